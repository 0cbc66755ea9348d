import { emptyCensus, line } from "@rulescope/lattice"
import { assert, it } from "@effect/vitest"
import { judge, weightedRows } from "../src/index.ts"
import { patternsOf } from "../src/rows.ts"

const census = emptyCensus(line(1), 2)
for (const pattern of [0, 3, 5]) census.counts.set([0, 10], 2 * pattern)
const rows = { ...weightedRows(census, 0), members: [[0, 1, 2, 4], [3], [5, 6]] }

it("a row that stands for several patterns counts for all of them", () => {
  assert.strictEqual(patternsOf(rows), 7)
  assert.strictEqual(patternsOf(weightedRows(census, 0)), 3)
  const oneWrong = judge([0.9, 0.1, 0, 1, 0, 1], rows)
  assert.deepInclude(oneWrong, { patternsRight: 3, clearlyWrong: 4, learned: false })
  assert.deepInclude(judge([0, 1, 0, 1, 0, 1], rows), { patternsRight: 7, clearlyWrong: 0, learned: true })
})
