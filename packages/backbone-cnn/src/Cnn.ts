import { Backbone, BackboneError, type Model, Plugin } from "@rulescope/core"
import {
  asBackboneError,
  Backend,
  encodePatterns,
  planesOf,
  probabilities,
  train,
  weightedRows
} from "@rulescope/tensor"
import { Effect, Layer, Schema } from "effect"
import { Config } from "./Config.ts"
import { forward, initialise } from "./network.ts"

const id = "cnn"

const foreign = (reason: string) =>
  new BackboneError({ plugin: id, reason, remedy: "predict with the backbone that trained the model" })

const make = (config: Config, backend: Backend.Backend["Service"]) =>
  Backbone.of({
    fit: Effect.fn("Cnn.fit")(
      function* (census, seed) {
        const { neighbourhood, states } = census
        const cells = neighbourhood.offsets.length
        const rows = weightedRows(census, config.weighting)
        if (rows.patterns.length === 0) {
          return yield* new BackboneError({
            plugin: id,
            reason: "the census is empty",
            remedy: "record more frames, or a larger window"
          })
        }
        const { attempts, standing, steps, weights } = yield* train({
          runtime: yield* backend.use,
          initialise: initialise(config, cells, states),
          forward: forward(config),
          inputs: { shape: [cells * planesOf(states)], values: encodePatterns(rows.patterns, cells, states) },
          rows,
          settings: config,
          seed
        })
        const model: Model = {
          info: {
            backbone: id,
            neighbourhood: neighbourhood.id,
            states,
            config: yield* Effect.orDie(Schema.encodeEffect(Config)(config)),
            steps,
            attempts,
            loss: standing.loss,
            allPatternsRight: standing.patternsRight === rows.patterns.length
          },
          weights
        }
        return model
      },
      Effect.catchTags({ BackendError: asBackboneError(id), TrainingError: asBackboneError(id) })
    ),
    predict: Effect.fn("Cnn.predict")(
      function* ({ info, weights }, patterns) {
        if (info.backbone !== id) return yield* foreign(`the model was trained by "${info.backbone}"`)
        const trained = yield* Effect.mapError(Schema.decodeUnknownEffect(Config)(info.config), (error) =>
          foreign(`the model's configuration does not fit: ${error.message}`)
        )
        const width = weights[0]!.shape[0]!
        const inputs = encodePatterns(patterns, width / planesOf(info.states), info.states)
        const network = { forward: forward(trained), weights }
        return yield* probabilities(yield* backend.use, network, { shape: [width], values: inputs })
      },
      Effect.catchTags({ BackendError: asBackboneError(id) })
    )
  })

/** Plain convolutional network, trained on the census. */
export const cnn = Plugin.make({
  id,
  version: 1,
  summary: "3×3 and 1×1 convolutions without symmetry: learns any rule of the neighbourhood.",
  config: Config,
  layer: (config: Config) =>
    Layer.effect(
      Backbone,
      Effect.map(Backend.Backend, (backend) => make(config, backend))
    )
})
