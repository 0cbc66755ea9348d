// Every clean two-state recording made by bgolly, through the whole pipeline with the network.
//
//   npm run -s tool -- node scripts/evaluate/clean-recordings.ts [folder of recordings] [--only TEXT]
//
// For each: the family as stated and as chosen by "auto"; classes right, wrong and missed against the support and
// the rule in the recording's JSON, those without support and left open, and those without support labelled wrong;
// the verdict on the held-out frames. Exits 1 when anything is off.
import { join } from "node:path"
import { compare, idsMatching, makeRunner, recordingsFolder, truthOf } from "./recorded.ts"

const args = process.argv.slice(2)
const only = args.includes("--only") ? args[args.indexOf("--only") + 1]! : ""
const folder = recordingsFolder(args[0])
const ids = idsMatching(folder, /^p\d+-(ll|int)$/).filter((id) => id.includes(only))
const infer = await makeRunner()

let failures = 0
const totals: Record<string, number> = {}
console.log(
  "recording   rule                family as stated                        held out    replay   auto         seconds"
)
for (const id of ids) {
  const truth = truthOf(folder, id)
  const path = join(folder, `${id}.npz`)
  const stated = id.endsWith("-ll") ? "life-like" : "isotropic"
  const begun = performance.now()
  const result = await infer(path, { family: stated })
  const seconds = (performance.now() - begun) / 1000
  const automatic = (await infer(path, { family: "auto" })).family.id
  const score = compare(truth, truth.support, result, stated)
  const unsupported = result.estimate.classes.length - score.right - score.wrong - score.missed
  for (const [name, count] of Object.entries(score)) totals[name] = (totals[name] ?? 0) + count
  const { replay, status } = result.verdicts.heldOut
  const fine =
    score.wrong + score.missed + score.guessed === 0 &&
    score.undetermined === unsupported &&
    status === "confirmed" &&
    automatic === stated
  if (!fine) failures++
  const counts = `${score.right} right, ${score.wrong} wrong, ${score.missed} missed, ${score.undetermined} open`
  const shown = [
    id.padEnd(11),
    truth.rule.slice(0, 19).padEnd(19),
    counts.padEnd(39),
    status.padEnd(11),
    `${replay?.exact}/${replay?.recorded}`.padEnd(8),
    automatic.padEnd(12),
    seconds.toFixed(2)
  ]
  console.log(`${shown.join(" ")}${fine ? "" : "  <-- off"}`)
}
console.log(`\n${ids.length} recordings, ${failures} off; classes: ${JSON.stringify(totals)}`)
process.exit(failures === 0 ? 0 : 1)
