/**
 * How far predictions change under eighth turns of the ring, measured: p8 by ring action and interpolated.
 *
 *   npm run -s tool -- node scripts/evaluate/equivariance-error.ts [--seeds 8]
 *
 * For every seed and rule: the largest and the root mean square change of P(live) over all 512 patterns, under
 * quarter turns and under the other eighth turns; untrained (logits of the initial weights, relative to their
 * spread) and trained. Pairs whose predicted state changes are counted.
 */
import { Effect, Layer } from "effect"
import {
  actionOn,
  decodePattern,
  encodePattern,
  moore,
  move,
  type Rule,
  ruleTable
} from "../../packages/automata/lattice/src/index.ts"
import { p8 } from "../../packages/automata/backbone-p8/src/index.ts"
import { Backbone } from "../../packages/automata/subject/src/index.ts"
import { Plugin } from "../../packages/core/src/index.ts"
import {
  initialWeights,
  interpolatedViews,
  lookAt,
  patchForward,
  permutedViews
} from "../../packages/automata/equivariant/src/index.ts"
import { encodePatterns } from "../../packages/automata/census-network/src/index.ts"
import { Backend } from "../../packages/tensor/src/index.ts"
import { benchRules } from "../../bench/soups.ts"

const at = process.argv.indexOf("--seeds")
const seeds = at < 0 ? 8 : Number(process.argv[at + 1])
const ring = actionOn("C8", moore(1))!
const all = Array.from({ length: 512 }, (_, pattern) => pattern)
const turned = ring.permutations.map((_, g) =>
  all.map((pattern) => encodePattern(move(ring, g, decodePattern(pattern, 9, 2)), 2))
)
const [quarters, eighths] = [
  [2, 4, 6],
  [1, 3, 5, 7]
]

/** Changes of a function of patterns under some turns. */
const changes = (values: Float64Array, turns: ReadonlyArray<number>): ReadonlyArray<number> =>
  turns.flatMap((g) => all.map((pattern) => values[turned[g]![pattern]!]! - values[pattern]!))
const largest = (values: ReadonlyArray<number>): number => values.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
const rootMeanSquare = (values: ReadonlyArray<number>): number =>
  Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / values.length)

const row = (...cells: ReadonlyArray<string | number>): void =>
  console.log(`| ${cells.map((x) => (typeof x === "number" ? (x === 0 ? "0" : x.toExponential(1)) : x)).join(" | ")} |`)

const untrained = (action: "ring" | "interpolated") =>
  Effect.gen(function* () {
    const { compute, tf } = yield* (yield* Backend.Backend).use
    const views = action === "ring" ? permutedViews(ring) : interpolatedViews(moore(1))!
    const shape = { width: 16, depth: 1, activation: "silu" } as const
    const inputs = lookAt(views, encodePatterns(all, 9, 2), 1)
    const relative = { quarter: 0, eighth: 0, eighthRms: 0 }
    for (let seed = 0; seed < seeds; seed++) {
      const weights = new Map(
        initialWeights(shape, views.group, views.size, 2)(`${seed}`).map((weight) => [weight.name, weight])
      )
      const logits = compute(() =>
        patchForward(shape, views.group)(
          tf,
          (name) => tf.tensor(weights.get(name)!.values, [...weights.get(name)!.shape]),
          tf.tensor(inputs, [512, 8, views.size])
        )
      )
      const both = logits.dataSync()
      logits.dispose()
      const values = Float64Array.from(all, (pattern) => both[2 * pattern + 1]! - both[2 * pattern]!)
      const mean = values.reduce((a, b) => a + b, 0) / 512
      const spread = rootMeanSquare([...values].map((x) => x - mean))
      relative.quarter = Math.max(relative.quarter, largest(changes(values, quarters)) / spread)
      relative.eighth = Math.max(relative.eighth, largest(changes(values, eighths)) / spread)
      relative.eighthRms += rootMeanSquare(changes(values, eighths)) / spread / seeds
    }
    row(action, "untrained, logit difference / its spread", relative.quarter, relative.eighth, relative.eighthRms, "")
  })

const trained = (action: "ring" | "interpolated", rule: Rule) =>
  Effect.gen(function* () {
    const { fit, predict } = yield* Effect.provide(Backbone, Plugin.erase(p8).open({ action }))
    const table = ruleTable(rule)
    const census = { neighbourhood: moore(1), states: 2, counts: new Float64Array(1024) }
    for (const pattern of all) census.counts[2 * pattern + table[pattern]!] = 1
    let [quarter, eighth, mean, flips] = [0, 0, 0, 0]
    for (let seed = 0; seed < seeds; seed++) {
      const probabilities = yield* predict(yield* fit(census, `${seed}`), all)
      const live = Float64Array.from(all, (pattern) => probabilities[2 * pattern + 1]!)
      quarter = Math.max(quarter, largest(changes(live, quarters)))
      eighth = Math.max(eighth, largest(changes(live, eighths)))
      mean += rootMeanSquare(changes(live, eighths)) / seeds
      const says = live.map((p) => (p > 0.5 ? 1 : 0))
      flips += changes(says, eighths).filter((x) => x !== 0).length
    }
    row(action, rule.family.format(rule.labels), quarter, eighth, mean, `${flips} of ${seeds * 4 * 512}`)
  })

const table = Effect.gen(function* () {
  row("action", "trained on", "quarter turns, largest", "eighth turns, largest", "eighth turns, rms", "states changed")
  row("---", "---", "---", "---", "---", "---")
  for (const action of ["ring", "interpolated"] as const) {
    yield* untrained(action)
    for (const rule of benchRules().slice(0, 7)) yield* trained(action, rule)
  }
})

await Effect.runPromise(Effect.provide(table, Backend.layer("wasm").pipe(Layer.provideMerge(Layer.empty))))
