import { makeRandom } from "@rulescope/random"
import { wilson } from "@rulescope/core"
import { assert, describe, it } from "@effect/vitest"
import { axisRates, cellRates, effectiveTrials } from "../../src/analysis/rates.ts"
import { analysed, failure, rowsOf, study } from "./rows.ts"

describe("effective trials", () => {
  const of = (successes: ReadonlyArray<number>, each: number): number =>
    effectiveTrials(Float64Array.from(successes), new Float64Array(successes.length).fill(each))

  it("are the blocks when a block goes one way as a whole", () => {
    assert.strictEqual(of([4, 0, 4, 0, 4, 0], 4), 6)
    assert.strictEqual(of([4, 4, 4, 4, 4, 4], 4), 6)
    assert.strictEqual(of([0, 0, 0], 7), 3)
  })

  it("are the trials when blocks differ no more than chance has it", () => {
    assert.strictEqual(of([2, 2, 2, 2], 4), 16)
    // One trial a block: each block is its own trial, up to the correction for few blocks.
    assert.closeTo(of([1, 0, 1, 1, 0, 1, 0, 1], 1), 8, 1e-9)
    const random = makeRandom("independent")
    const counts = Array.from({ length: 400 }, () =>
      Array.from({ length: 5 }, () => random.below(2)).reduce((a, b) => a + b, 0)
    )
    assert.approximately(of(counts, 5), 2000, 300)
  })

  it("grow with the share that blocks do not have in common", () => {
    // Half of the trials of a block repeat its first one: variance 1 + 2·(m−1)·ρ … between 1/m and 1 of the trials.
    const random = makeRandom("mixed")
    const counts = Array.from({ length: 2000 }, () => {
      const shared = random.below(2)
      return 2 * shared + random.below(2) + random.below(2)
    })
    // Var = 4·¼ + 2·¼ = 1.5 a block of 4, against 1 when independent: 8000 / 1.5.
    assert.approximately(of(counts, 4), 8000 / 1.5, 400)
  })
})

describe("success rates", () => {
  const rows = rowsOf(study(), (point, seed) => {
    if (point["inferrer"] === "second" && seed === 1) return failure
    if (point["inferrer"] === "third" && seed <= 2) return { metrics: { ruleExact: null } }
    return { metrics: { ruleExact: point["density"] === 0.5 || seed > 3 ? 1 : 0 } }
  })
  const analysis = analysed(study(), rows)

  it("count failed runs as trials, and those that do not tell as neither", () => {
    const told = axisRates(analysis, 0, "ruleExact").map(({ failed, successes, trials, unknown }) => [
      successes,
      trials,
      failed,
      unknown
    ])
    assert.deepStrictEqual(told, [
      [9, 12, 0, 0],
      [8, 12, 2, 0],
      [7, 8, 0, 4]
    ])
  })

  it("have Wilson's interval, over seeds in a cell", () => {
    const [first] = cellRates(analysis, "ruleExact")
    assert.deepStrictEqual([first!.successes, first!.trials, first!.effective], [3, 6, 6])
    const { high, low } = wilson(3, 6)
    assert.closeTo(first!.interval.low, low, 1e-12)
    assert.closeTo(first!.interval.high, high, 1e-12)
  })

  it("do not take the runs of one seed for so many trials", () => {
    const same = rowsOf(study(), (_, seed) => ({ metrics: { ruleExact: seed % 2 } }))
    const [rate] = axisRates(analysed(study(), same), 0, "ruleExact")
    assert.deepStrictEqual([rate!.successes, rate!.trials, rate!.effective], [6, 12, 6])
    assert.deepStrictEqual(rate!.interval, wilson(3, 6))
  })
})
