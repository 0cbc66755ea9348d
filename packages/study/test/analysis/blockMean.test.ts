import { makeRandom } from "@rulescope/random"
import { assert, describe, it } from "@effect/vitest"
import { blockMean } from "../../src/analysis/blockMean.ts"
import { makeDraws } from "../../src/analysis/draws.ts"
import { normalBelow, quantile, studentQuantile } from "../../src/analysis/quantiles.ts"

const draws = makeDraws("test", 4000)

describe("quantiles", () => {
  it("agree with published tables", () => {
    // Student's t, two-sided 5 %, from any printed table.
    for (const [freedom, value] of [
      [4, 2.776],
      [5, 2.571],
      [9, 2.262],
      [19, 2.093],
      [60, 2.0],
      [1000, 1.962]
    ] as const) {
      assert.closeTo(studentQuantile(freedom), value, 1e-3)
    }
    assert.closeTo(normalBelow(-1.959964), 0.025, 1e-6)
    assert.closeTo(normalBelow(-3.104), 0.000955, 1e-6)
    assert.closeTo(normalBelow(1), 0.841345, 1e-6)
  })

  it("interpolate between ordered values", () => {
    assert.strictEqual(quantile(Float64Array.of(0, 10, 20), 0.25), 5)
    assert.strictEqual(quantile(Float64Array.of(3), 1), 3)
    // In any order, with and without ties: as from the sorted values.
    const random = makeRandom("quantile")
    for (const distinct of [3, 1000]) {
      for (let size = 1; size < 40; size++) {
        const values = Float64Array.from({ length: size }, () => random.below(distinct))
        const sorted = values.toSorted()
        for (const share of [0, 0.013, 0.5, 0.99, 1]) {
          const at = share * (size - 1)
          const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
          assert.strictEqual(quantile(values, share), low + (at - Math.floor(at)) * (high - low))
        }
      }
    }
  })
})

describe("blockMean", () => {
  it("draws whole blocks: all 5⁵ resamples, counted out, give the same interval", () => {
    const sums = Float64Array.of(3, 10, 4, 0, 9)
    const counts = Float64Array.of(1, 2, 1, 1, 3)
    const all: Array<number> = []
    for (let code = 0; code < 5 ** 5; code++) {
      let [sum, count] = [0, 0]
      for (let d = 0, rest = code; d < 5; d++, rest = Math.floor(rest / 5)) {
        sum += sums[rest % 5]!
        count += counts[rest % 5]!
      }
      all.push(sum / count)
    }
    const exact = Float64Array.from(all).sort()
    const tail = normalBelow(-Math.sqrt(5 / 4) * studentQuantile(4))
    const { interval, mean, seeds, values } = blockMean(sums, counts, makeDraws("exact", 40_000))
    assert.deepStrictEqual([mean, values, seeds], [26 / 8, 8, 5])
    assert.closeTo(interval!.low, quantile(exact, tail), 0.12)
    assert.closeTo(interval!.high, quantile(exact, 1 - tail), 0.12)
  })

  it("gives no interval for fewer than five seeds, and no mean for none", () => {
    const four = blockMean(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 1, 1, 1), draws)
    assert.deepStrictEqual(four, { mean: 2.5, interval: null, values: 4, seeds: 4 })
    const none = blockMean(new Float64Array(9), new Float64Array(9), draws)
    assert.deepStrictEqual(none, { mean: null, interval: null, values: 0, seeds: 0 })
  })

  const coverage = (seeds: number, value: (uniform: () => number) => number, truth: number): number => {
    const random = makeRandom(`coverage ${seeds}`)
    const few = makeDraws("coverage", 400)
    const ones = new Float64Array(seeds).fill(1)
    let held = 0
    for (let trial = 0; trial < 1000; trial++) {
      const values = Float64Array.from(ones, () => value(() => random.uniform()))
      const { high, low } = blockMean(values, ones, few).interval!
      if (low <= truth && truth <= high) held++
    }
    return held / 1000
  }
  const gauss = (uniform: () => number): number =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())

  it("holds the true mean about as often as it says", () => {
    // One standard error of a share of 1000 is 0.007. Five seeds cannot do better than 93.75 %.
    assert.approximately(coverage(5, gauss, 0), 0.925, 0.025)
    assert.approximately(coverage(10, gauss, 0), 0.945, 0.025)
    assert.approximately(coverage(20, gauss, 0), 0.95, 0.025)
    // Skewed as times are; known to be held a little less often.
    assert.approximately(
      coverage(20, (uniform) => -Math.log(1 - uniform()), 1),
      0.93,
      0.03
    )
  })

  it("would be too narrow if the runs of a seed were taken for independent", () => {
    const random = makeRandom("correlated")
    const few = makeDraws("correlated", 400)
    let held = 0
    let naive = 0
    for (let trial = 0; trial < 400; trial++) {
      const seeds = Array.from({ length: 10 }, () => gauss(() => random.uniform()))
      const four = Float64Array.from(seeds, (x) => 4 * x)
      const by = (interval: { low: number; high: number } | null): number =>
        interval!.low <= 0 && 0 <= interval!.high ? 1 : 0
      held += by(blockMean(four, new Float64Array(10).fill(4), few).interval)
      const each = Float64Array.from({ length: 40 }, (_, i) => seeds[i >> 2]!)
      naive += by(blockMean(each, new Float64Array(40).fill(1), few).interval)
    }
    assert.isAbove(held / 400, 0.91)
    assert.isBelow(naive / 400, 0.75)
  })
})
