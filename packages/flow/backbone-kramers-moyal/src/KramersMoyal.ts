import { Plugin, say } from "@rulescope/core"
import { Backbone, BackboneError, type Model } from "@rulescope/flow"
import { Effect, Layer, Schema } from "effect"
import { averagesOf, encodeAverages } from "./averages.ts"
import { smooth } from "./smooth.ts"

const id = "kramers-moyal"

export const Config = Schema.Struct({
  width: Schema.Finite.check(Schema.isBetween({ minimum: 0.1, maximum: 10 }))
    .annotate({ description: "Standard deviation of the Gaussian that averages over neighbouring bins, in bins." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.7)))
})
export type Config = typeof Config.Type

const make = (config: Config) =>
  Backbone.of({
    fit: (census) => Effect.sync(() => encodeAverages(id, config, census)),
    predict: Effect.fn("KramersMoyal.predict")(function* (model: Model, states: Float64Array) {
      const averages = averagesOf(model)
      if (averages === undefined)
        return yield* new BackboneError({
          plugin: id,
          reason: say`the model was made by ${model.info.backbone}`,
          remedy: say`apply it with the backbone that made it`
        })
      return smooth(averages, config.width, states)
    })
  })

/** Local averages of increments over the bins of the census. */
export const kramersMoyal = Plugin.make({
  id,
  version: 1,
  summary: "Local averages of increments: drift and noise by bins, without a network.",
  config: Config,
  layer: (config) => Layer.succeed(Backbone, make(config))
})
