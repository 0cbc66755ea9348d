import { metricKind } from "@rulescope/study"
import { assert, it } from "@effect/vitest"
import { differenceWriter, runNumber, writerFor } from "../src/numbers.ts"

const [share, count, seconds] = ["ruleExact", "wrong", "secondsTotal"].map(metricKind)

it("numbers have as many decimals as tell them apart", () => {
  assert.strictEqual(writerFor(count!, { values: [2, 18], widths: [] }).plain(14.2), "14")
  assert.strictEqual(writerFor(count!, { values: [2, 18], widths: [0.6, 0.4] }).plain(14.25), "14.3")
  assert.strictEqual(writerFor(seconds!, { values: [0.1, 0.35], widths: [] }).plain(0.25), "0.25 s")
  assert.strictEqual(writerFor(share!, { values: [0.2, 0.9], widths: [] }).plain(0.475), "48 %")
  assert.strictEqual(writerFor(count!, { values: [3, 3], widths: [] }).plain(3), "3")
})

it("no share below 1 reads 100 %, and none above 0 reads 0 %", () => {
  const { plain } = writerFor(share!, { values: [0, 1], widths: [] })
  assert.deepStrictEqual([0, 0.001, 0.999, 1].map(plain), ["0 %", "1 %", "99 %", "100 %"])
})

it("differences have signs, and those of shares are points", () => {
  const coarse = writerFor(share!, { values: [0, 1], widths: [] })
  const { bare, plain } = differenceWriter(share!, { values: [-0.3, 0.1], widths: [] }, coarse)
  assert.deepStrictEqual([-0.25, 0, 0.1].map(plain), ["−25", "0", "+10"])
  assert.strictEqual(bare(-0.0001), "0")
  const fine = writerFor(seconds!, { values: [1, 1.2], widths: [] })
  assert.strictEqual(differenceWriter(seconds!, { values: [1, 3], widths: [] }, coarse).plain(2), "+2.0 s")
  assert.strictEqual(differenceWriter(seconds!, { values: [1, 3], widths: [] }, fine).plain(2), "+2.00 s")
})

it("numbers of single runs are short, and blank where there is none", () => {
  assert.deepStrictEqual([0, 1, 0.123456, 99.99999, -2.5, null, undefined].map(runNumber), [
    "0",
    "1",
    "0.1235",
    "100",
    "−2.5",
    "",
    ""
  ])
})
