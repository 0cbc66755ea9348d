import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { type Point, prepareAnalysis, type StudyRow } from "../../src/index.ts"
import { cellMeans, interaction, marginals } from "../../src/analysis/means.ts"
import { tally } from "../../src/analysis/tally.ts"
import { analysed, failure, rowsOf, study } from "./rows.ts"

const wanted = {
  wrong: (random: { uniform: () => number }) => ({ metrics: { wrong: Math.floor(5 * random.uniform()) } })
}

/** A study with runs that failed, that lack the value, and that have not been made. */
const gappy = rowsOf(study(), (point, seed, random) => {
  if (point["inferrer"] === "third" && seed === 2) return undefined
  if (point["inferrer"] === "second" && seed > 4) return failure
  if (point["density"] === 0.5 && seed === 3) return { metrics: { wrong: null } }
  return wanted.wrong(random)
})
const analysis = analysed(study(), gappy)

const naive = (rows: ReadonlyArray<StudyRow>, fits: (point: Point) => boolean) => {
  const own = rows.filter(({ point }) => fits(point))
  const values = own.flatMap(({ metrics }) => metrics["wrong"] ?? [])
  return {
    mean: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
    values: values.length,
    runs: own.length,
    failed: own.filter(({ status }) => status === "failed").length
  }
}

const bare = ({ failed, mean, runs, values }: ReturnType<typeof naive>) => ({ mean, values, runs, failed })

describe("means", () => {
  it("along an axis are those of the rows with that value", () => {
    for (const [a, { label, values }] of analysis.axes.entries()) {
      const found = marginals(analysis, a, "wrong")
      assert.deepStrictEqual(
        found.map((one) => ({ value: one.value, ...bare(one) })),
        values.map((value) => ({ value, ...naive(gappy, (point) => point[label] === value) }))
      )
    }
    const [threshold, second] = marginals(analysis, 0, "wrong")
    assert.isNotNull(threshold!.interval)
    // Seeds 1, 2 and 4 of one density, 1 to 4 of the other: too few for an interval.
    assert.deepStrictEqual([second!.seeds, second!.interval, second!.failed], [4, null, 4])
  })

  it("of two axes are those of the rows with both values", () => {
    const { cells, columns, rows } = interaction(analysis, 0, 1, "wrong")
    assert.deepStrictEqual(
      [rows, columns],
      [
        ["threshold", "second", "third"],
        [0.25, 0.5]
      ]
    )
    assert.deepStrictEqual(
      cells.map(bare),
      rows.flatMap((row) =>
        columns.map((column) => naive(gappy, (p) => p["inferrer"] === row && p["density"] === column))
      )
    )
  })

  it("of cells come in the order of the plan", () =>
    assert.deepStrictEqual(
      cellMeans(analysis, "wrong").map(bare),
      analysis.points.map((point) => naive(gappy, (p) => JSON.stringify(p) === JSON.stringify(point)))
    ))

  it("do not depend on the order of the rows", () => {
    const reversed = analysed(study(), [...gappy].reverse())
    assert.deepStrictEqual(marginals(reversed, 0, "wrong"), marginals(analysis, 0, "wrong"))
  })

  it("compare values only at settings that have all of them", () => {
    // One subset varies the reading, another the density, far from the baseline of the first.
    const apart = study({
      design: {
        subsets: [
          { name: "readings", axes: { inferrer: "all" } },
          { name: "densities", axes: { density: "all" } }
        ]
      }
    })
    const rows = rowsOf(apart, (point) => ({
      metrics: { wrong: Number(point["density"]) === 0.5 ? 100 : point["inferrer"] === "third" ? 1 : 0 }
    }))
    const analysis = analysed(apart, rows)
    assert.deepStrictEqual(
      marginals(analysis, 0, "wrong").map(({ mean, runs }) => [mean, runs]),
      [
        [0, 6],
        [0, 6],
        [1, 6]
      ]
    )
    assert.deepStrictEqual(
      marginals(analysis, 1, "wrong").map(({ mean, runs }) => [mean, runs]),
      [
        [0, 6],
        [100, 6]
      ]
    )
    assert.deepStrictEqual(
      interaction(analysis, 0, 1, "wrong").cells.map(({ mean }) => mean),
      [0, 100, 0, null, 1, null]
    )
  })

  it("take a failed run for no success", () => {
    const rows = rowsOf(study(), (_, seed) => (seed === 1 ? failure : { metrics: { ruleExact: 1 } }))
    assert.strictEqual(marginals(analysed(study(), rows), 0, "ruleExact")[0]!.mean, 10 / 12)
  })

  it("know values that only the base has, and refuse rows of another study", () => {
    const subset = study({ design: { subsets: [{ name: "readings", axes: { inferrer: "all" } }] }, baseline: {} })
    const axes = analysed(subset, []).axes
    assert.deepStrictEqual(
      axes.map(({ values }) => values.length),
      [3, 3]
    )
    const error = Effect.runSync(
      Effect.flip(prepareAnalysis(study({ axes: [{ path: "heldOut", values: [0.1] }], baseline: {} }), gappy))
    )
    assert.match(error.message, /run 0 has no value of the axis "heldOut"/)
  })
})

describe("tally", () => {
  it("counts what was planned, done, failed and not made", () => {
    const { failures, ...counts } = tally(analysis)
    assert.deepStrictEqual(counts, { planned: 36, done: 30, failed: 4, missing: 2 })
    assert.deepStrictEqual(
      failures.map(({ rows, tag }) => [tag, rows.length]),
      [["BackboneError", 4]]
    )
  })
})
