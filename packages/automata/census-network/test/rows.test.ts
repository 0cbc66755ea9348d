import { emptyCensus, line, moore } from "@rulescope/lattice"
import { assert, it } from "@effect/vitest"
import { encodePatterns, judge, type WeightedRows, weightedRows } from "../src/index.ts"

const census = emptyCensus(line(1), 2)
census.counts.set([3, 1], 2 * 2)
census.counts.set([0, 12], 5 * 2)

it("one row for every pattern that occurs, weighted by a power of its count", () => {
  const { counts, patterns, targets, weights } = weightedRows(census, 1)
  assert.deepStrictEqual(patterns, [2, 5])
  assert.deepStrictEqual([...counts], [3, 1, 0, 12])
  assert.deepStrictEqual([...targets], [0.75, 0.25, 0, 1])
  assert.deepStrictEqual([...weights], [0.25, 0.75])
  assert.deepStrictEqual([...weightedRows(census, 0).weights], [0.5, 0.5])
  const { weights: half } = weightedRows(census, 0.5)
  assert.closeTo(half[1]! / half[0]!, Math.sqrt(3), 1e-6)
})

it("two states are ±1, cells in the order of the neighbourhood", () => {
  assert.deepStrictEqual([...encodePatterns([0b100, 0b011], 3, 2)], [1, -1, -1, -1, 1, 1])
})

it("every plane has mean 0 and variance 1 over all patterns, for any number of states", () => {
  for (const states of [2, 3, 4, 7]) {
    const patterns = Array.from({ length: states ** 3 }, (_, i) => i)
    const inputs = encodePatterns(patterns, 3, states)
    const columns = 3 * (states - 1)
    for (let column = 0; column < columns; column++) {
      const values = patterns.map((_, row) => inputs[row * columns + column]!)
      assert.closeTo(values.reduce((a, b) => a + b, 0) / values.length, 0, 1e-6)
      assert.closeTo(values.reduce((a, b) => a + b * b, 0) / values.length, 1, 1e-6)
    }
    assert.strictEqual(
      new Set(patterns.map((_, row) => inputs.subarray(row * columns, (row + 1) * columns).join())).size,
      patterns.length
    )
  }
})

const standingOf = (counts: ReadonlyArray<number>, probabilities: ReadonlyArray<number>, states = 2) => {
  const table = emptyCensus(moore(0), states)
  const rows: WeightedRows = weightedRows({ ...table, counts: Float64Array.from(counts) }, 0)
  return judge(Float32Array.from(probabilities), rows)
}

it("a row is right with its most frequent outcome, learned with half the lead of it", () => {
  const clean = [10, 0, 0, 10]
  assert.deepInclude(standingOf(clean, [0.8, 0.2, 0.2, 0.8]), { patternsRight: 2, learned: true, accuracy: 1 })
  assert.deepInclude(standingOf(clean, [0.7, 0.3, 0.2, 0.8]), { patternsRight: 2, learned: false })
  assert.deepInclude(standingOf(clean, [0.4, 0.6, 0.2, 0.8]), { patternsRight: 1, clearlyWrong: 1, accuracy: 0.5 })
  // A lead of 0.2 needs 0.1.
  assert.isTrue(standingOf([6, 4, 4, 6], [0.56, 0.44, 0.44, 0.56]).learned)
  assert.isFalse(standingOf([6, 4, 4, 6], [0.54, 0.46, 0.44, 0.56]).learned)
})

it("balanced outcomes are right whatever is predicted, nearly balanced ones never clearly wrong", () => {
  assert.deepInclude(standingOf([5, 5, 0, 9], [0.1, 0.9, 0, 1]), { patternsRight: 2, learned: true })
  assert.deepInclude(standingOf([52, 48, 0, 9], [0.1, 0.9, 0, 1]), {
    patternsRight: 1,
    clearlyWrong: 0,
    learned: false
  })
  // Two of three outcomes tie: either will do, the third will not.
  const tied = [4, 4, 0, 0, 0, 9, 9, 0, 0]
  assert.deepInclude(standingOf(tied, [0.1, 0.9, 0, 0, 0, 1, 1, 0, 0], 3), { patternsRight: 3, learned: true })
  assert.deepInclude(standingOf(tied, [0.1, 0.3, 0.6, 0, 0, 1, 1, 0, 0], 3), { patternsRight: 2, clearlyWrong: 1 })
})

it("probabilities that are not numbers are never learned", () => {
  const standing = standingOf([10, 0, 0, 10], [NaN, NaN, NaN, NaN])
  assert.isFalse(standing.learned)
  assert.isNaN(standing.loss)
})

it("the loss is the weighted cross-entropy in nats", () => {
  const { loss } = standingOf([3, 1, 0, 4], [0.5, 0.5, 0.2, 0.8])
  assert.closeTo(loss, 0.5 * Math.log(2) - 0.5 * Math.log(0.8), 1e-6)
})
