/**
 * Checks every two-state recording of ../shared/recordings: frames, rule strings, support, border decision.
 * Run it as `node packages/automata/test/checkRecordings.ts`; it exits 1 when something differs.
 */
import { allTransitions, decideBoundary, moore } from "../src/index.ts"
import { differences } from "./checkRecording.ts"
import { factsOf, hasRecordings, readRecording, recordingIds } from "./shared.ts"

const borders = new Map<string, Array<string>>()
let checked = 0
let failed = 0
for (const id of hasRecordings ? recordingIds() : []) {
  const { boundary, states, variant } = factsOf(id)
  if (states !== 2) continue
  checked++
  for (const difference of differences(id)) {
    failed++
    console.log(`${id}: ${difference}`)
  }
  const recording = readRecording(id)
  const decision = decideBoundary(moore(1), recording, allTransitions(recording)).boundary
  const key = `${variant}, ${boundary}: ${decision}`
  borders.set(key, [...(borders.get(key) ?? []), id])
}
for (const [key, ids] of [...borders].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${key}  ${ids.length}${ids.length <= 4 ? `  (${ids.join(", ")})` : ""}`)
}
console.log(hasRecordings ? `${checked} recordings, ${failed} differences` : "no ../shared/recordings here")
process.exitCode = failed === 0 ? 0 : 1
