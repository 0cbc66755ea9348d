import { makeRandom } from "@rulescope/random"
import { assert, it } from "@effect/vitest"
import { glorotUniform, heUniform } from "../src/index.ts"

it("initial weights are the same numbers on every machine, within their bounds and spread evenly", () => {
  const he = heUniform("a.kernel", [9, 200], "seed")
  const bound = Math.fround(Math.sqrt(6 / 9))
  // The first draw of the stream "seed/a.kernel", by arithmetic that IEEE 754 fixes to the bit.
  const random = makeRandom("seed/a.kernel")
  assert.strictEqual(he.values[0], Math.fround((2 * random.uniform() - 1) * Math.sqrt(6 / 9)))
  assert.isTrue(he.values.every((value) => Math.abs(value) <= bound))
  assert.closeTo(he.values.reduce((a, b) => a + b * b, 0) / he.values.length, 2 / 9, 0.01)
  const glorot = glorotUniform("a.kernel", [3, 5, 25], "seed")
  assert.closeTo(Math.max(...glorot.values), Math.sqrt(6 / 40), 0.01)
  assert.notDeepEqual(heUniform("b.kernel", [9, 200], "seed").values, he.values)
  assert.deepStrictEqual(heUniform("a.kernel", [9, 200], "seed"), he)
})
