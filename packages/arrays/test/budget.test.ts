import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { makeBudget } from "../src/index.ts"

describe("budget", () => {
  it("gives out what it has and no more, whatever a size says", () => {
    const budget = makeBudget(100, 10)
    assert.isTrue(Result.isSuccess(budget.hold(60, "a")))
    assert.isTrue(Result.isFailure(budget.hold(41, "b")))
    assert.isTrue(Result.isFailure(budget.hold(Number.NaN, "c")))
    assert.isTrue(Result.isFailure(budget.hold(Number.POSITIVE_INFINITY, "d")))
    assert.isTrue(Result.isSuccess(budget.hold(40, "e")))
  })
})
