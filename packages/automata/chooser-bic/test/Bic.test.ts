import { chooserSuite } from "@rulescope/testkit"
import { assert, it } from "@effect/vitest"
import { bic, scoreBic } from "../src/index.ts"

chooserSuite("bic", bic.layer({}))

it("is the log-likelihood of the shares seen, less half a log of the cells for every free share", () => {
  // Two classes of three occur: 30 of 40 cells, and 10 of 10; three states leave two shares free in each.
  const counts = Float64Array.of(30, 10, 0, 0, 0, 0, 0, 0, 10)
  const expected = 30 * Math.log(0.75) + 10 * Math.log(0.25) - 2 * Math.log(50)
  assert.closeTo(scoreBic(counts, 3), expected, 1e-12)
})
