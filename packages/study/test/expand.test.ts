import { assert, describe, it } from "@effect/vitest"
import type { RunSpec } from "@rulescope/automata"
import { Effect } from "effect"
import { decodeStudySpec, expand, type PlannedCell } from "../src/index.ts"
import { base, subjects } from "./small.ts"

const expanded = (study: object) =>
  Effect.flatMap(decodeStudySpec({ name: "s", base, ...study }), (spec) => expand(subjects, spec))

/** What automata are asked in a cell. */
const specOf = ({ opened }: PlannedCell): RunSpec => opened.spec as RunSpec

const refused = (study: object) => Effect.map(Effect.flip(expanded(study)), ({ message }) => message)

describe("expand", () => {
  it.effect("refuses more runs than can be planned before any of them is written out", () =>
    Effect.gen(function* () {
      const values = Array.from({ length: 3000 }, (_, i) => i + 1)
      const axes = ["beta", "least"].map((name) => ({ path: `inferrer.config.${name}`, values }))
      const said = "the study comes to 900,000,000,000 runs, and at most 500,000 are planned"
      assert.include(yield* refused({ axes, seeds: 100_000 }), said)
      const subsets = [{ name: "all", axes: { beta: "all", least: "all" } }]
      assert.include(yield* refused({ axes, seeds: 100_000, design: { subsets } }), said)
    })
  )

  it.effect("makes a grid: ids, numbers, ranges and log ranges; the last axis is the fastest", () =>
    Effect.gen(function* () {
      const { cells, seeds } = yield* expanded({
        axes: [
          { path: "backbone", values: ["cnn", { id: "p4", config: { smoothing: 2 } }] },
          { path: "inferrer.config.least", range: { from: 1, to: 2, steps: 3 } },
          { path: "inferrer.config.beta", logRange: { from: 0.1, to: 10, steps: 3 } }
        ],
        seeds: 4
      })
      assert.deepStrictEqual(seeds, [1, 2, 3, 4])
      assert.strictEqual(cells.length, 18)
      assert.strictEqual(new Set(cells.map(({ group }) => group)).size, 18)
      assert.deepStrictEqual(cells[1]!.point, { backbone: "cnn", least: 1, beta: 1 })
      assert.deepStrictEqual(cells[17]!.point, { backbone: "p4 (smoothing 2)", least: 2, beta: 10 })
      assert.deepStrictEqual(specOf(cells[17]!).backbone, { id: "p4", config: { broken: false, smoothing: 2 } })
      assert.deepStrictEqual(specOf(cells[17]!).inferrer.config, { least: 2, beta: 10 })
    })
  )

  it.effect("pairs the n-th values, and says so when they are not as many", () =>
    Effect.gen(function* () {
      const axes = [
        { path: "backbone", values: ["cnn", "p4"] },
        { path: "inferrer", values: ["second", "third"] }
      ]
      const { cells } = yield* expanded({ axes, design: "paired" })
      assert.deepStrictEqual(
        cells.map(({ point }) => point),
        [
          { backbone: "cnn", inferrer: "second" },
          { backbone: "p4", inferrer: "third" }
        ]
      )
      const uneven = [axes[0]!, { path: "inferrer", values: ["second"] }]
      assert.include(yield* refused({ axes: uneven, design: "paired" }), "backbone 2, inferrer 1")
    })
  )

  it.effect("takes named subsets; what one leaves out stays at the baseline, and a shared point occurs once", () =>
    Effect.gen(function* () {
      const { cells } = yield* expanded({
        axes: [
          { path: "backbone", values: ["cnn", "p4", "p8"] },
          { label: "augmenters", path: "augmenters", values: [[], ["lesson"], ["lesson", "counters"]] }
        ],
        baseline: { backbone: "p4", augmenters: "none" },
        design: {
          subsets: [
            { name: "b", axes: { backbone: "all" } },
            { name: "a", axes: { augmenters: ["none", "lesson"] } }
          ]
        }
      })
      assert.deepStrictEqual(
        cells.map(({ point }) => point),
        [
          { backbone: "cnn", augmenters: "none" },
          { backbone: "p4", augmenters: "none" },
          { backbone: "p8", augmenters: "none" },
          { backbone: "p4", augmenters: "lesson" }
        ]
      )
    })
  )

  it.effect("reaches into augmenters and nested places", () =>
    Effect.gen(function* () {
      const { cells } = yield* expanded({
        base: { ...base, augmenters: [{ id: "lesson" }] },
        axes: [{ path: "augmenters.0.config.factor", values: [3, 4] }]
      })
      assert.deepStrictEqual(specOf(cells[1]!).augmenters, [{ id: "lesson", config: { factor: 4 } }])
      assert.deepStrictEqual(cells[1]!.point, { factor: 4 })
    })
  )
})

describe("a study that cannot be run is refused before anything runs", () => {
  it.effect.each([
    ["inferrer.config.bta", 'did you mean "inferrer.config.beta"?'],
    ["infererr.config.beta", 'did you mean "inferrer.config.beta"?'],
    ["beta", 'did you mean "inferrer.config.beta"?'],
    ["backbones", 'did you mean "backbone"?'],
    ["generator.config.desnity", 'did you mean "generator.config.density"?'],
    ["augmenters.0.config.factor", "did you mean"],
    ["seed", 'use "seeds" of the study']
  ] as const)("a path that no spec has: %s", ([path, remedy]) =>
    Effect.gen(function* () {
      const message = yield* refused({ axes: [{ path, values: [1, 2] }] })
      assert.include(message, `"${path}"`)
      assert.include(message, remedy)
    })
  )

  it.effect.each([
    ["inferrer.config.beta", [1, -2], 'axis "beta" at -2'],
    ["inferrer.config.beta", [1, "two"], 'axis "beta" at "two"'],
    ["backbone", ["cnn", "p5"], "known: cnn, p4, p8"],
    ["heldOut", [0.2, 1.5], 'axis "heldOut" at 1.5'],
    ["family", ["life-lik"], 'axis "family" at "life-lik"'],
    ["generator.config.rule", ["B3/S23", "B3/S2x"], 'axis "rule" at "B3/S2x"'],
    ["inferrer.config.beta", [1, 1], "occurs twice"]
  ] as const)("a bad value names its axis: %s %s", ([path, values, part]) =>
    Effect.map(refused({ axes: [{ path, values }] }), (message) => assert.include(message, part))
  )

  it.effect("a metric, a baseline or a subset that does not exist, with the nearest that does", () =>
    Effect.gen(function* () {
      const axes = [{ path: "backbone", values: ["cnn", "p4"] }]
      assert.include(yield* refused({ axes, metrics: ["acuracy"] }), '"accuracy"')
      assert.include(yield* refused({ axes, baseline: { bakbone: "cnn" } }), '"backbone"')
      assert.include(yield* refused({ axes, baseline: { backbone: "cn" } }), '"cnn"')
      assert.include(
        yield* refused({ axes, design: { subsets: [{ name: "x", axes: { backbone: ["p44"] } }] } }),
        '"p4"'
      )
      assert.include(yield* refused({ axes: [...axes, ...axes] }), 'two axes are called "backbone"')
      assert.include(yield* refused({ axes: [{ path: "family" }] }), "exactly one of")
    })
  )
})
