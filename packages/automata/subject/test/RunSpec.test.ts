import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { decodeRunSpec } from "../src/index.ts"

it.effect("a run spec fills its defaults and refuses what it does not know", () =>
  Effect.gen(function* () {
    const spec = yield* decodeRunSpec({ generator: { id: "soup" } })
    assert.deepStrictEqual(spec, {
      family: "auto",
      seed: 1,
      heldOut: 0.2,
      stride: "recorded" as const,
      generator: { id: "soup", config: {} },
      augmenters: [],
      chooser: { id: "marginal-likelihood", config: {} },
      backbone: { id: "cnn", config: {} },
      inferrer: { id: "threshold", config: {} },
      verifier: { id: "replay", config: {} }
    })
    const tuned = yield* decodeRunSpec({ generator: { id: "soup" }, inferrer: { config: { beta: 3 } } })
    assert.deepStrictEqual(tuned.inferrer, { id: "threshold", config: { beta: 3 } })
    const error = yield* Effect.flip(decodeRunSpec({ generator: { id: "soup" }, sead: 3, heldOut: 1 }))
    assert.include(error.message, '"sead"')
    assert.include(error.message, '"heldOut"')
  })
)
