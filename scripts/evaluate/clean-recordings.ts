// Every clean two-state recording made by bgolly, through the whole pipeline with the network.
//
//   node scripts/evaluate/clean-recordings.ts [folder of recordings] [--only TEXT]
//
// For each: the family as stated and as chosen by "auto"; classes right, wrong and undetermined against the
// support and the rule in the recording's JSON; the verdict on the held-out frames. Exits 1 when anything is off.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { Effect, Layer, Stream } from "../../packages/core/node_modules/effect/dist/index.js"
import * as DiskFiles from "../../apps/cli/src/DiskFiles.ts"
import { expressIn, familyById, parseRule } from "../../packages/automata/src/index.ts"
import { decodeRunSpec, Pipeline, type RunResult, StageCache } from "../../packages/core/src/index.ts"
import { registries } from "../../packages/preset/src/index.ts"
import { Backend } from "../../packages/tensor/src/index.ts"

interface Truth {
  readonly id: string
  readonly rule: string
  readonly support: { readonly totalistic: Record<string, number>; readonly isotropic: Record<string, number> }
}

const args = process.argv.slice(2)
const only = args.includes("--only") ? args[args.indexOf("--only") + 1]! : ""
const folder = resolve(
  args[0]?.startsWith("--") === false ? args[0] : join(import.meta.dirname, "../../../shared/recordings")
)
if (!existsSync(folder)) {
  console.error(`no recordings at ${folder}; give the folder as the first argument`)
  process.exit(2)
}

const environment = Layer.mergeAll(Backend.layer("auto"), DiskFiles.layer, StageCache.layerNone)

const infer = (path: string, family: string): Promise<RunResult> =>
  Effect.gen(function* () {
    const spec = yield* decodeRunSpec({ family, generator: { id: "recording", config: { path } } })
    const last = yield* Stream.runFold(
      Pipeline.run(registries, spec),
      () => undefined as RunResult | undefined,
      (found, event) => (event._tag === "RunFinished" ? event.result : found)
    )
    return last!
  }).pipe(Effect.provide(environment), Effect.runPromise)

/** Counts classes against the truth, and says what is off. */
const compare = (truth: Truth, result: RunResult, familyId: string) => {
  const read = parseRule(truth.rule)
  if (!read.ok) throw new Error(truth.rule)
  const rule = expressIn(read.value, familyById(familyId)!)!
  const support = familyId === "isotropic" ? truth.support.isotropic : truth.support.totalistic
  const score = { right: 0, wrong: 0, missed: 0, undetermined: 0, guessed: 0 }
  for (const [index, { class: name, label }] of result.estimate.classes.entries()) {
    if ((support[name] ?? 0) === 0) score[label === null ? "undetermined" : "guessed"]++
    else if (label === null) score.missed++
    else score[label === rule.labels[index] ? "right" : "wrong"]++
  }
  return score
}

const ids = readdirSync(folder)
  .filter((name) => /^p\d+-(ll|int)\.json$/.test(name) && name.includes(only))
  .map((name) => name.slice(0, -5))

let failures = 0
const totals: Record<string, number> = {}
console.log(
  "recording   rule                family as stated                        held out    replay   auto         seconds"
)
for (const id of ids) {
  const truth = JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8")) as Truth
  const stated = id.endsWith("-ll") ? "life-like" : "isotropic"
  const begun = performance.now()
  const result = await infer(join(folder, `${id}.npz`), stated)
  const seconds = (performance.now() - begun) / 1000
  const automatic = (await infer(join(folder, `${id}.npz`), "auto")).family.id
  const score = compare(truth, result, stated)
  for (const [name, count] of Object.entries(score)) totals[name] = (totals[name] ?? 0) + count
  const { replay, status } = result.verdicts.heldOut
  const fine = score.wrong + score.missed + score.guessed === 0 && status === "confirmed" && automatic === stated
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
