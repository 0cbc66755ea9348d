import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { decodeStudySpec } from "../src/index.ts"

const least = {
  name: "s",
  base: { generator: { id: "soup" } },
  axes: [{ path: "inferrer.config.beta", values: [1, 2] }]
}

describe("decodeStudySpec", () => {
  it.effect("fills in what a study leaves out", () =>
    Effect.gen(function* () {
      const study = yield* decodeStudySpec(least)
      assert.strictEqual(study.design, "grid")
      assert.strictEqual(study.seeds, 1)
      assert.include(study.metrics, "ruleExact")
    })
  )

  it.effect("a misspelt key is an error that names it", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(decodeStudySpec({ ...least, sedes: 3 }))
      assert.strictEqual(error._tag, "InvalidStudy")
      assert.include(error.message, "sedes")
    })
  )
})
