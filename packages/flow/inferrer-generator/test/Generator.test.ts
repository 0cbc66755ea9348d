import { assert, describe, it } from "@effect/vitest"
import { Inferrer } from "@rulescope/flow"
import { evidenceOf, inferrerSuite, lawFrom, recordLaw } from "@rulescope/testkit/flow"
import { Effect, Schema } from "effect"
import { Config } from "../src/Generator.ts"
import { generator } from "../src/index.ts"

const layer = generator.layer(Schema.decodeUnknownSync(Config)({}))

inferrerSuite("generator", layer)

describe("inferrer-generator", () => {
  it.effect("knows nothing of samples that are too far apart, and says so", () =>
    Effect.gen(function* () {
      const { infer } = yield* Inferrer
      const law = lawFrom("x' = 4 x - 4 x^3; noise 2")
      const { classes, law: written } = yield* infer(evidenceOf(law, recordLaw(law, 0.5, 20_000, "coarse"), "coarse"))
      assert.isNull(written)
      for (const { because, state } of classes) {
        assert.strictEqual(state, "undetermined")
        assert.match(because, /too far apart/)
      }
    }).pipe(Effect.provide(layer))
  )
})
