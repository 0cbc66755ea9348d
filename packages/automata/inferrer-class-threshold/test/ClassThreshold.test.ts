import { lifeLike, undetermined } from "@rulescope/lattice"
import { inferrerSuite } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import * as fc from "fast-check"
import { noiseFloors, shareAbove } from "../src/floors.ts"
import { classThreshold } from "../src/index.ts"
import { readLabels } from "../src/readLabels.ts"

const unset = { deadToDead: null, deadToLive: null, liveToDead: null, liveToLive: null, strictness: 3 }
const fromData = [null, null, null, null]

for (const evidence of ["predictions", "observations", "both"] as const) {
  inferrerSuite(`class-threshold, ${evidence}`, classThreshold.layer({ ...unset, evidence }))
}

/** A table of Life-like counters with these rows, [dead after, live after] by class index. */
const table = (rows: Readonly<Record<number, readonly [number, number]>>) => {
  const counts = new Float64Array(36)
  for (const [index, row] of Object.entries(rows)) counts.set(row, 2 * Number(index))
  return { family: lifeLike, counts }
}

it("a floor is the share of the other classes' cells that went there all the same, per case", () => {
  // B0 90:10 and B1 300:0 are mostly dead, B3 1:49 mostly live; S2 0:70 has nothing against it.
  const floors = noiseFloors(table({ 0: [90, 10], 1: [300, 0], 3: [1, 49], 11: [0, 70] }))
  assert.deepStrictEqual([...floors], [1 / 50, 10 / 400, 0, 0])
})

it("a threshold from a floor comes down to it as cells come in", () => {
  assert.strictEqual(shareAbove(0, 1, 3), 0)
  assert.closeTo(shareAbove(0.1, 9, 3), 0.4, 1e-12)
  assert.closeTo(shareAbove(0.1, 90_000, 3), 0.103, 1e-12)
})

it("given thresholds are strict, one for each case", () => {
  const rows = table({ 3: [40, 60], 4: [39, 61], 11: [61, 39], 12: [40, 60] })
  assert.strictEqual(readLabels(rows, [0.6, 0.6, 0.6, 0.6], 3).labels[3], undetermined)
  assert.strictEqual(readLabels(rows, [0.6, 0.6, 0.6, 0.6], 3).labels[4], 1)
  assert.strictEqual(readLabels(rows, [0.6, 0.6, 0.6, 0.6], 3).labels[11], 0)
  assert.strictEqual(readLabels(rows, [0.9, 0.9, 0.9, 0.5], 3).labels[12], 1)
  assert.strictEqual(readLabels(rows, [0.9, 0.5, 0.9, 0.9], 3).labels[12], undetermined)
})

it("a class in which both outcomes pass is undetermined", () => {
  assert.strictEqual(readLabels(table({ 3: [50, 50] }), [0.3, 0.3, 0.3, 0.3], 3).labels[3], undetermined)
})

it("a rare class is as open as its cells leave it", () => {
  const common = { 0: [9000, 1000] as const, 3: [100, 900] as const }
  const labelled = (row: readonly [number, number]) => readLabels(table({ ...common, 5: row }), fromData, 3).labels[5]
  assert.strictEqual(labelled([1, 0]), undetermined)
  assert.strictEqual(labelled([30, 3]), 0)
  assert.strictEqual(labelled([3, 30]), 1)
  assert.strictEqual(labelled([20, 13]), undetermined)
})

it("without contradictions every class seen is labelled as it was seen, and no other", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(3)), { minLength: 18, maxLength: 18 }), (classes) => {
      const counts = Float64Array.from(classes.flatMap(([live, seen]) => (live ? [0, seen] : [seen, 0])))
      const expected = classes.map(([live, seen]) => (seen === 0 ? undetermined : Number(live)))
      assert.deepStrictEqual([...readLabels({ family: lifeLike, counts }, fromData, 3).labels], expected)
    })
  )
})
