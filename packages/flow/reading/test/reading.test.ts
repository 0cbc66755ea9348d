import { assert, describe, it } from "@effect/vitest"
import { parseLaw } from "@rulescope/sde"
import { roundLaw, roundTo, stateOf } from "../src/index.ts"

describe("states", () => {
  const state = (present: number, openness: number, flaw?: string) => stateOf({ present, openness }, flaw).state

  it("believes a probability only where the value does not rest on other terms being absent", () => {
    assert.strictEqual(state(0.99, 0.1), "known")
    assert.strictEqual(state(0.01, 0.1), "absent")
    assert.strictEqual(state(0.5, 0.1), "undetermined")
    for (const openness of [0.5, 18, Number.POSITIVE_INFINITY, Number.NaN]) {
      assert.strictEqual(state(1, openness), "undetermined")
      assert.strictEqual(state(0, openness), "undetermined")
    }
  })

  it("believes nothing where there is a flaw, and says which", () => {
    assert.deepStrictEqual(stateOf({ present: 1, openness: 0 }, "too far apart"), {
      state: "undetermined",
      because: "too far apart"
    })
  })
})

describe("rounding", () => {
  it("keeps two digits of the error", () => {
    assert.strictEqual(roundTo(1.23456, 0.0123), 1.235)
    assert.strictEqual(roundTo(123.456, 12), 123)
    assert.strictEqual(roundTo(0.5, 0), 0.5)
    assert.strictEqual(roundTo(0.123, Number.POSITIVE_INFINITY), 0.123)
  })

  it("leaves a law as close to itself as its errors", () => {
    const read = parseLaw("x' = -1.23456 x + 0.98765 y; y' = -0.5 y; noise [[0.4, 0.001], [0.001, 0.3]]")
    assert.isTrue(read.ok)
    if (!read.ok) return
    const rounded = roundLaw(read.value, () => 0.01, [0.01, 0.01, 0.01, 0.01])
    assert.deepStrictEqual(
      rounded.drift.flat().map(({ value }) => value),
      [-1.235, 0.988, -0.5]
    )
    assert.deepStrictEqual(rounded.noise, [
      [0.4, 0],
      [0, 0.3]
    ])
  })
})
