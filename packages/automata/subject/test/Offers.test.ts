import { assert, it } from "@effect/vitest"
import { Plugin } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { Backbone, BackboneError, Inferrer, offer, singleSteps } from "../src/index.ts"

const named = { version: 1, summary: "Does nothing.", config: Schema.Struct({}) }

const inferrer = Plugin.make({
  ...named,
  id: "reads-nothing",
  layer: () =>
    Layer.succeed(
      Inferrer,
      Inferrer.admitting({
        admit: (question) => singleSteps("reads-nothing", question),
        infer: () => Effect.die("never")
      })
    )
})

const backbone = Plugin.make({
  ...named,
  id: "learns-nothing",
  layer: () => {
    const fail = Effect.fail(new BackboneError({ plugin: "learns-nothing", reason: "never", remedy: "none" }))
    return Layer.succeed(Backbone, Backbone.of({ fit: () => fail, predict: () => fail }))
  }
})

it("an offer says subject and place, and a plugin of another stage is refused by the compiler", () => {
  const { place, plugin, subject } = offer.inferrer(inferrer)
  assert.deepStrictEqual([subject, place, plugin.id], ["automata", "inferrer", "reads-nothing"])
  assert.strictEqual(offer.backbone(backbone).place, "backbone")
  // @ts-expect-error: a backbone is no inferrer
  assert.strictEqual(offer.inferrer(backbone).plugin.id, "learns-nothing")
})
