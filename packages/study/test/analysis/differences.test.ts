import { assert, describe, it } from "@effect/vitest"
import { differences } from "../../src/analysis/differences.ts"
import { marginals } from "../../src/analysis/means.ts"
import { analysed, failure, rowsOf, study } from "./rows.ts"

describe("differences to the baseline", () => {
  it("take out what the pairs share", () => {
    // Seeds and densities move the metric by far more than the readings do.
    const effect: Readonly<Record<string, number>> = { threshold: 0, second: -2, third: 1 }
    const rows = rowsOf(study(), (point, seed) => ({
      metrics: { wrong: 100 * seed ** 2 + 1000 * Number(point["density"]) + effect[String(point["inferrer"])]! }
    }))
    const analysis = analysed(study(), rows)
    assert.deepStrictEqual(
      differences(analysis, 0, "wrong")!.map(({ interval, mean, unpaired, value, values }) => ({
        value,
        mean,
        interval,
        values,
        unpaired
      })),
      [
        { value: "second", mean: -2, interval: { low: -2, high: -2 }, values: 12, unpaired: 0 },
        { value: "third", mean: 1, interval: { low: 1, high: 1 }, values: 12, unpaired: 0 }
      ]
    )
    const { high, low } = marginals(analysis, 0, "wrong")[0]!.interval!
    assert.isAbove(high - low, 1000)
  })

  it("say how many runs have no counterpart", () => {
    const rows = rowsOf(study(), (point, seed) => {
      if (point["inferrer"] === "threshold" && seed === 1) return failure
      if (point["inferrer"] === "third" && seed < 4) return failure
      if (point["inferrer"] === "second" && seed === 1) return undefined
      return { metrics: { wrong: seed } }
    })
    const [second, third] = differences(analysed(study(), rows), 0, "wrong")!
    assert.deepStrictEqual([second!.values, second!.unpaired], [10, 0])
    assert.deepStrictEqual([third!.values, third!.unpaired, third!.seeds, third!.interval], [6, 6, 3, null])
  })

  it("need a baseline, and pairs", () => {
    const free = study({ baseline: {} })
    const rows = rowsOf(free, () => ({ metrics: { wrong: 1 } }))
    assert.isNull(differences(analysed(free, rows), 0, "wrong"))
    const together = study({
      design: "paired",
      axes: [
        { path: "inferrer", values: ["threshold", "second"] },
        { path: "generator.config.density", values: [0.25, 0.5] }
      ]
    })
    const joint = rowsOf(together, () => ({ metrics: { wrong: 1 } }))
    const [second] = differences(analysed(together, joint), 0, "wrong")!
    assert.deepStrictEqual([second!.mean, second!.unpaired], [null, 6])
  })
})
