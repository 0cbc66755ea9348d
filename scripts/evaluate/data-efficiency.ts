/**
 * How many random 3×3 patterns each backbone needs until it predicts all 512: what a symmetry is worth.
 *
 *   npm run -s tool -- node scripts/evaluate/data-efficiency.ts [--seeds 8] [--seen 10] [--figure docs/figures/data-efficiency.svg]
 *
 * For a life-like rule, an isotropic one that counting cannot express, and one without symmetry. A seed draws an
 * order of the 512 patterns and the weights; the network is trained on the first N patterns, each seen `--seen`
 * times. Printed are the mean share of all 512 patterns predicted right for each N, in per cent, and for how many
 * seeds it is all of them; `–` where every seed's census contradicts the backbone's symmetry, so that it refuses.
 * The last column is the N from which on all seeds have all 512 right. Below: what the first refusal of each says.
 */
import { writeFileSync } from "node:fs"
import { Effect, Result } from "effect"
import { emptyCensus, map, moore, readRule, ruleTable } from "../../packages/automata/lattice/src/index.ts"
import { makeRandom } from "../../packages/random/src/index.ts"
import { cnn } from "../../packages/automata/backbone-cnn/src/index.ts"
import { p4 } from "../../packages/automata/backbone-p4/src/index.ts"
import { p8 } from "../../packages/automata/backbone-p8/src/index.ts"
import { type Curve, curveFigureSvg } from "../../packages/charts/src/index.ts"
import { Backbone, predictedStates } from "../../packages/automata/subject/src/index.ts"
import { Plugin } from "../../packages/core/src/index.ts"
import { Backend } from "../../packages/tensor/src/index.ts"
import { families } from "../../packages/preset/src/index.ts"

const option = (name: string, initial: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? initial : Number(process.argv[at + 1])
}
const [seeds, seen] = [option("seeds", 8), option("seen", 10)]
const figureAt = process.argv.indexOf("--figure")
const sizes = [16, 32, 64, 96, 128, 192, 256, 320, 384, 448, 480, 512]

const tableOf = (text: string): Uint8Array => {
  const read = readRule(families, text)
  if (!read.ok) throw new Error(text)
  return ruleTable(read.value)
}
const random = makeRandom("no symmetry")
const rules = [
  ["life-like, B36/S23", tableOf("B36/S23")],
  ["isotropic, B3/S2-i34q", tableOf("B3/S2-i34q")],
  ["no symmetry, random MAP", ruleTable({ family: map, labels: map.classes.map(() => random.below(2)) as never })]
] as const

/** The patterns in a random order (Fisher & Yates). */
const shuffled = (seed: string): ReadonlyArray<number> => {
  const draw = makeRandom(seed)
  const order = Array.from({ length: 512 }, (_, pattern) => pattern)
  for (let i = 511; i > 0; i--) {
    const j = draw.below(i + 1)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

const all = Array.from({ length: 512 }, (_, pattern) => pattern)
const panels: Array<{ readonly title: string; readonly curves: Array<Curve> }> = []
const measure = Effect.gen(function* () {
  const refusals: Array<string> = []
  const row = (...cells: ReadonlyArray<string | number>): void => console.log(`| ${cells.join(" | ")} |`)
  row("rule", "backbone", ...sizes, "all right from")
  row(...["", "", "", ...sizes].map(() => "---"))
  for (const [name, table] of rules) {
    const curves: Array<Curve> = []
    panels.push({ title: name, curves })
    for (const plugin of [Plugin.erase(cnn), Plugin.erase(p4), Plugin.erase(p8)]) {
      const { fit, predict } = yield* Effect.provide(Backbone, plugin.open({}))
      const cells: Array<string> = []
      let from: number | undefined
      let told = false
      const points: Array<{ readonly x: number; readonly y: number }> = []
      let last: number | undefined
      for (const size of sizes) {
        let [right, complete, refused] = [0, 0, 0]
        for (let seed = 0; seed < seeds; seed++) {
          const census = emptyCensus(moore(1), 2)
          for (const pattern of shuffled(`${seed}`).slice(0, size)) census.counts[2 * pattern + table[pattern]!] = seen
          const fitted = yield* Effect.result(fit(census, `${seed}`))
          if (Result.isFailure(fitted)) {
            if (!told) refusals.push(`${name}, ${size} patterns: ${fitted.failure.message}`)
            told = true
            refused++
            continue
          }
          const best = predictedStates(yield* predict(fitted.success, all), 2)
          const hits = best.filter((state, pattern) => state === table[pattern]).length
          right += hits / 512 / seeds
          if (hits === 512) complete++
        }
        if (refused < seeds) points.push({ x: size, y: (right * seeds) / (seeds - refused) })
        else last ??= size
        if (complete < seeds) from = undefined
        else from ??= size
        cells.push(
          refused === seeds
            ? "–"
            : `${((100 * right * seeds) / (seeds - refused)).toFixed(1)} (${complete})${refused > 0 ? `, ${refused} –` : ""}`
        )
      }
      row(name, plugin.id, ...cells, from ?? "never")
      curves.push({
        name: plugin.id,
        points,
        ...(last === undefined ? {} : { ends: { x: last, because: `refuses from ${last} on` } })
      })
    }
  }
  for (const refusal of refusals) console.log(`\n${refusal}`)
})

await Effect.runPromise(Effect.provide(measure, Backend.layer("wasm")))
if (figureAt >= 0) {
  const figure = curveFigureSvg({
    title: "What a symmetry is worth",
    note: `Trained on random 3×3 patterns, each seen ${seen} times; mean of ${seeds} seeds, of those that did not refuse.`,
    x: "patterns trained on, of 512",
    y: "predicted right, of 512",
    panels
  })
  writeFileSync(process.argv[figureAt + 1]!, figure)
}
