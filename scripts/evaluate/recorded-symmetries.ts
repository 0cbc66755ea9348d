/**
 * Which symmetries the two-state Moore recordings made by bgolly contradict, by family and kind of recording.
 *
 *   npm run -s tool -- node scripts/evaluate/recorded-symmetries.ts [folder of recordings]
 *
 * A life-like recording that contradicts any symmetry is a false alarm, as is an isotropic one that contradicts
 * quarter turns or mirrors; exits 1 when there is one.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { Effect } from "effect"
import { checkSymmetries, moore, takeCensus } from "../../packages/automata/lattice/src/index.ts"
import { parseRecordings } from "../../packages/automata/formats/src/index.ts"

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, "../../../shared/recordings"))
if (!existsSync(folder)) {
  console.error(`no recordings at ${folder}; give the folder as the first argument`)
  process.exit(2)
}

interface Truth {
  readonly family: string
  readonly boundary: string
  readonly variant: string
}

const allowed: Readonly<Record<string, ReadonlyArray<string>>> = {
  "life-like": [],
  "isotropic-non-totalistic": ["C8", "D8"]
}
const tally = new Map<string, { recordings: number; contradicted: Map<string, number> }>()
let alarms = 0
for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
  const truth = JSON.parse(readFileSync(join(folder, name), "utf8")) as Truth
  const possible = allowed[truth.family]
  if (possible === undefined) continue
  const file = `${name.slice(0, -5)}.npz`
  const bytes = new Uint8Array(readFileSync(join(folder, file)))
  const [recording] = Effect.runSync(parseRecordings([{ name: file, bytes }], file))
  if (recording === undefined) throw new Error(`${file} holds no recording`)
  const transitions = Array.from({ length: recording.frames - 1 }, (_, t) => t)
  const boundary = truth.boundary === "torus" ? "torus" : "unknown"
  const census = takeCensus(moore(1), 2, [{ recording, boundary, transitions }])
  const kind = `${truth.family}, ${truth.variant}`
  const line = tally.get(kind) ?? { recordings: 0, contradicted: new Map<string, number>() }
  tally.set(kind, line)
  line.recordings++
  for (const { contradicted, group } of checkSymmetries(census)) {
    if (!contradicted) continue
    line.contradicted.set(group, (line.contradicted.get(group) ?? 0) + 1)
    if (!possible.includes(group)) alarms++
  }
}

for (const [kind, { contradicted, recordings }] of [...tally].sort()) {
  const found = [...contradicted].sort().map(([group, count]) => `${group} in ${count}`)
  console.log(
    `${kind.padEnd(46)} ${String(recordings).padStart(3)} recordings: ${found.join(", ") || "none contradicted"}`
  )
}
console.log(`${alarms} false alarms`)
process.exitCode = alarms > 0 ? 1 : 0
