import { lifeLike, makeRandom } from "@rulescope/automata"
import { assert, describe, it } from "@effect/vitest"
import { labelPosterior } from "../src/index.ts"
import { logGamma } from "../src/logGamma.ts"

const table = (rows: ReadonlyArray<readonly [dead: number, live: number]>): Float64Array => {
  const counts = new Float64Array(36)
  for (const [index, row] of rows.entries()) counts.set(row, 2 * index)
  return labelPosterior({ family: lifeLike, counts })
}

describe("the posterior of a label", () => {
  it("without a contradiction grows with the evidence, and is even without any", () => {
    const posterior = table([
      [1000, 0],
      [0, 1],
      [0, 20]
    ])
    assert.isAbove(posterior[0]!, 1 - 1e-12)
    assert.isAbove(posterior[3]!, 0.99)
    assert.isAbove(posterior[5]!, posterior[3]!)
    assert.strictEqual(posterior[6], 0.5)
  })

  it("is even where both next states were seen as often", () => {
    assert.strictEqual(
      table([
        [1000, 0],
        [5, 5]
      ])[2],
      0.5
    )
  })

  it("trusts a majority when all classes err alike, and not when they differ", () => {
    const alike = table(
      Array.from({ length: 18 }, (_, c) => (c === 0 ? [150, 850] : [c % 2 ? 850 : 150, c % 2 ? 150 : 850]))
    )
    const unlike = table(Array.from({ length: 18 }, (_, c) => (c === 0 ? [150, 850] : c < 9 ? [1000, 0] : [400, 600])))
    assert.isAtLeast(alike[1]!, 0.999)
    assert.isAtMost(Math.max(...alike), 0.9999 + 1e-12)
    assert.isBelow(unlike[1]!, 0.99)
  })

  it("is never right less often than it says, and little more, where rates come from a beta distribution", () => {
    const random = makeRandom("beta")
    // Beta(1, 3) as the smallest of three uniform draws.
    const drawn = () => Math.min(random.uniform(), random.uniform(), random.uniform())
    let [stated, right, cases] = [0, 0, 0]
    for (let trial = 0; trial < 300; trial++) {
      const labels = Array.from({ length: 18 }, () => random.below(2))
      const posterior = table(
        labels.map((label) => {
          const rate = drawn()
          const row: [number, number] = [0, 0]
          for (let i = 0; i < 60; i++) row[random.uniform() < rate ? 1 - label : label]! += 1
          return row
        })
      )
      for (const [c, label] of labels.entries()) {
        const best = posterior[2 * c]! > 0.5 ? 0 : 1
        stated += posterior[2 * c + best]!
        right += best === label ? 1 : 0
        cases++
      }
    }
    assert.isBelow(stated / cases, right / cases + 0.01)
    assert.isAbove(stated / cases, right / cases - 0.1)
  })
})

it("logGamma knows factorials, Γ(½) = √π and Γ(x + 1) = x Γ(x)", () => {
  let factorial = 0
  for (let n = 1; n <= 30; n++) {
    assert.closeTo(logGamma(n), factorial, 1e-9 * Math.max(1, factorial))
    factorial += Math.log(n)
  }
  assert.closeTo(logGamma(0.5), 0.5 * Math.log(Math.PI), 1e-10)
  for (const x of [1e-3, 0.3, 2.5, 7.9, 40.5, 1e6])
    assert.closeTo(logGamma(x + 1), Math.log(x) + logGamma(x), 1e-8 * Math.max(1, Math.abs(logGamma(x + 1))))
})
