import { Inferrer, gatherEvidence, type RuleEstimate, summariseEvidence } from "@rulescope/automata"
import { counterFigure } from "@rulescope/charts"
import { Registry } from "@rulescope/core"
import { allTransitions, lifeLike, readRule, rowTotal, ruleTable, simulate, takeCensus } from "@rulescope/lattice"
import { automataRegistries, families } from "@rulescope/preset"
import { makeRandom } from "@rulescope/random"
import { assert, describe, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"

/** A soup of B3/S23 of which one cell in fifty is recorded wrong, and a network that has learned its frequencies. */
const evidence = (() => {
  const read = readRule(families, "B3/S23")
  if (!read.ok) throw new Error("B3/S23")
  const random = makeRandom("thresholds")
  const [width, height, generations] = [48, 48, 12]
  const first = Uint8Array.from({ length: width * height }, () => (random.uniform() < 0.4 ? 1 : 0))
  const clean = simulate(read.value, first, { width, height, boundary: "torus" }, generations)
  const cells = clean.map((cell) => (random.uniform() < 0.02 ? 1 - cell : cell))
  const boundary = "torus" as const
  const recording = { source: "soup", width, height, frames: generations + 1, states: 2, cells, boundary, rule: null }
  const census = takeCensus(lifeLike.neighbourhood, 2, [
    { recording, boundary, transitions: allTransitions(recording) }
  ])
  const probabilities = Float32Array.from(census.counts, (count, at) => {
    const seen = rowTotal(census.counts, 2, at >> 1)
    return seen === 0 ? (ruleTable(read.value)[at >> 1] === (at & 1) ? 1 : 0) : count / seen
  })
  return gatherEvidence(lifeLike, census, probabilities)
})()

const infer = (id: string, config: Record<string, string | number>) =>
  Effect.flatMap(Inferrer, (inferrer) => inferrer.infer(evidence)).pipe(
    Effect.provide(
      // Inferrers need nothing from outside.
      Registry.select(automataRegistries.inferrers, {
        id,
        config: { evidence: "observations", ...config }
      }) as Layer.Layer<Inferrer>
    )
  )

const figureOf = (estimate: RuleEstimate) =>
  counterFigure(
    {
      census: { cells: 1, patterns: 1, of: 512, key: "" },
      evidence: summariseEvidence(evidence),
      estimate,
      truth: null
    },
    families
  )

/** Heights of the lines of figure 1: across the panels, and across the bars. */
const linesOf = (
  estimate: RuleEstimate,
  cells: (line: Readonly<Record<"alpha" | "dead" | "live", number>>) => number
) =>
  figureOf(estimate).panels.flatMap(({ alpha, entries }) =>
    entries.map(({ needed }) => cells({ alpha: alpha ?? 0, dead: needed.dead ?? 0, live: needed.live ?? 0 }))
  )

const atLeastOne = (lines: ReadonlyArray<number>) => assert.isAbove(Math.max(...lines), 0)

describe("a threshold that is doubled moves its line in figure 1 up to twice its height", () => {
  it.effect("threshold: beta", () =>
    Effect.gen(function* () {
      const lines = linesOf(yield* infer("threshold", { beta: 3 }), ({ live }) => live)
      atLeastOne(lines)
      // Where the two compete, the line lies beta times as high as the cells that go dead.
      const competing = evidence.observed.counts
      assert.deepStrictEqual(
        lines,
        lifeLike.classes.map((_, c) => (competing[2 * c]! * competing[2 * c + 1]! > 0 ? 3 * competing[2 * c]! : 0))
      )
      const twice = linesOf(yield* infer("threshold", { beta: 6 }), ({ live }) => live)
      assert.deepStrictEqual(
        twice,
        lines.map((line) => 2 * line)
      )
    })
  )

  it.effect("threshold: ratio", () =>
    Effect.gen(function* () {
      const lines = linesOf(yield* infer("threshold", { ratio: 0.4 }), ({ alpha }) => alpha)
      atLeastOne(lines)
      const twice = linesOf(yield* infer("threshold", { ratio: 0.8 }), ({ alpha }) => alpha)
      // α is a whole number, rounded down.
      for (const [i, line] of lines.entries()) assert.include([2 * line, 2 * line + 1], twice[i])
    })
  )

  for (const [name, centre, bar] of [
    ["deadToDead", 0, "dead"],
    ["deadToLive", 0, "live"],
    ["liveToDead", 1, "dead"],
    ["liveToLive", 1, "live"]
  ] as const) {
    it.effect(`class-threshold: ${name}`, () =>
      Effect.gen(function* () {
        const read = (share: number) =>
          Effect.map(infer("class-threshold", { [name]: share }), (estimate) => ({
            moved: linesOf(estimate, (line) => line[bar]).slice(9 * centre, 9 * centre + 9),
            support: estimate.classes.slice(9 * centre, 9 * centre + 9).map(({ support }) => support)
          }))
        const once = yield* read(0.25)
        assert.deepStrictEqual(
          once.moved,
          once.support.map((cells) => cells / 4)
        )
        const twice = yield* read(0.5)
        assert.deepStrictEqual(
          twice.moved,
          once.moved.map((line) => 2 * line)
        )
      })
    )
  }

  it.effect("class-threshold: strictness, above the noise floor", () =>
    Effect.gen(function* () {
      const at = (strictness: number) =>
        Effect.map(infer("class-threshold", { strictness }), (estimate) => linesOf(estimate, ({ live }) => live))
      const [floor, once, twice] = [yield* at(0), yield* at(2), yield* at(4)]
      atLeastOne(once.map((line, i) => line - floor[i]!))
      for (const [i, line] of twice.entries()) assert.closeTo(line - floor[i]!, 2 * (once[i]! - floor[i]!), 1e-6)
    })
  )

  it.effect("likelihood sets no count, so it draws no line", () =>
    Effect.gen(function* () {
      const lines = linesOf(yield* infer("likelihood", { cells: 0 }), ({ alpha, dead, live }) => alpha + dead + live)
      assert.isTrue(lines.every((line) => line === 0))
    })
  )
})
