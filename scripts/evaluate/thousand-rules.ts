// Random Life-like rules from one clean soup each (64 × 64, 32 generations), through the whole pipeline with the network.
//
//   npm run -s tool -- node scripts/evaluate/thousand-rules.ts [rules = 1000] [first = 0]
//
// Counts, for the reading by thresholds and by likelihood, classes that the soup shows: right, wrong, missed; and
// classes it does not show: left open, or labelled. Names every rule that is off; exits 1 when there is one.
import { Effect, Layer, Stream } from "../../packages/core/node_modules/effect/dist/index.js"
import { formatRule, lifeLike } from "../../packages/automata/lattice/src/index.ts"
import { makeRandom } from "../../packages/random/src/index.ts"
import { decodeRunSpec, type RunResult } from "../../packages/automata/subject/src/index.ts"
import { run as events } from "../../packages/core/src/index.ts"
import { automata } from "../../packages/preset/src/index.ts"
import { environment } from "./recorded.ts"

const [rules = "1000", first = "0"] = process.argv.slice(2)
const readings = ["threshold", "likelihood"] as const
const context = await Effect.runPromise(Effect.scoped(Layer.build(environment)))

const run = (rule: string, seed: number, inferrer: string): Promise<RunResult> =>
  Effect.gen(function* () {
    const spec = yield* decodeRunSpec({
      family: "life-like",
      seed,
      generator: { id: "soup", config: { rule, soups: 1, width: 64, height: 64, generations: 32 } },
      inferrer: { id: inferrer }
    })
    return yield* Stream.runFold(
      events(automata, spec),
      () => undefined as RunResult | undefined,
      (found, event) => (event._tag === "RunFinished" ? event.result : found)
    )
  }).pipe(
    Effect.provideContext(context),
    Effect.map((result) => result!),
    Effect.runPromise
  )

const counts = Object.fromEntries(
  readings.map((id) => [id, { right: 0, wrong: 0, missed: 0, open: 0, guessed: 0, confirmed: 0 }])
)
let off = 0
const begun = performance.now()
for (let index = Number(first); index < Number(first) + Number(rules); index++) {
  const random = makeRandom(`thousand/${index}`)
  const rule = { family: lifeLike, labels: Uint8Array.from(lifeLike.classes, () => random.below(2)) }
  for (const id of readings) {
    const { estimate, verdicts } = await run(formatRule(rule), index, id)
    const count = counts[id]!
    const before = count.wrong + count.missed + count.guessed
    for (const [c, { label, support }] of estimate.classes.entries()) {
      if (support === 0) count[label === null ? "open" : "guessed"]++
      else count[label === null ? "missed" : label === rule.labels[c] ? "right" : "wrong"]++
    }
    const confirmed = verdicts.heldOut.status === "confirmed"
    if (confirmed) count.confirmed++
    if (count.wrong + count.missed + count.guessed > before || !confirmed) {
      off++
      console.log(`rule ${index}, ${formatRule(rule)}, ${id}: off`)
    }
  }
}
console.log(`${rules} rules from ${first}, ${((performance.now() - begun) / 1000).toFixed(1)} s`)
for (const id of readings) console.log(`${id}: ${JSON.stringify(counts[id])}`)
process.exit(off === 0 ? 0 : 1)
