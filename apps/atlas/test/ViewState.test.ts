import { assert, describe, it } from "@effect/vitest"
import { firstView, fromHash, toHash, type ViewState } from "../src/view/ViewState.ts"

describe("the view in the address", () => {
  it("is nothing at first, and comes back as it was whatever axes are called", () => {
    assert.strictEqual(toHash(firstView), "")
    const view: ViewState = {
      view: "map",
      metric: "seconds.fit",
      base: { "γ & δ": "0.5" },
      down: "a.b",
      across: "规则",
      at: { "γ & δ": ["B36/S23", "none + #1"], __proto: ["x"] },
      status: "failed",
      find: "B3/S 23%",
      sort: "metric wrong",
      descending: true,
      group: "*",
      without: ["seed", "axis γ & δ"],
      run: 12
    }
    assert.deepStrictEqual(fromHash(`#${toHash(view)}`), view)
  })

  it("passes over what is not its own", () => {
    assert.deepStrictEqual(fromHash("#view=everything&status=odd&run=-1&more=1"), firstView)
  })
})
