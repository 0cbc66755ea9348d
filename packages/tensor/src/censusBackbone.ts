import type { Census } from "@rulescope/automata"
import { Backbone, BackboneError, type Model, type Weight } from "@rulescope/core"
import { Effect, Schema } from "effect"
import type { Settings } from "./attempt.ts"
import { Backend } from "./backends/Backend.ts"
import { asBackboneError } from "./failure.ts"
import type { Forward, Inputs } from "./network.ts"
import { probabilities } from "./predict.ts"
import { type WeightedRows, weightedRows } from "./rows.ts"
import { judge } from "./standing.ts"
import { stepOf } from "./stepTime.ts"
import { train } from "./train.ts"

/** Why a network cannot be built for a census or a model, and what to do. */
export interface Refusal {
  readonly reason: string
  readonly remedy: string
}

/** A network that can be applied to patterns. */
export interface Applicable {
  readonly forward: Forward
  readonly inputs: (patterns: ReadonlyArray<number>) => Inputs
}

/** A network and the rows that it is to be trained on. */
export interface Trainable extends Applicable {
  readonly initialise: (seed: string) => ReadonlyArray<Weight>
  /** Each row stands for its pattern, or for all patterns that the network cannot tell from it. */
  readonly rows: WeightedRows
  /** Constants that the model carries along beside its weights. */
  readonly constants: ReadonlyArray<Weight>
}

/** What one kind of network decides; everything else is alike for all that train on a census. */
export interface CensusNetwork<C> {
  /** Id of the plugin. */
  readonly id: string
  readonly config: Schema.Codec<C, Schema.Json>
  readonly build: (config: C, census: Census) => Trainable | Refusal
  readonly restore: (config: C, model: Model) => Applicable | Refusal
}

const refused = (outcome: object): outcome is Refusal => "remedy" in outcome

/** The stage service of a network that trains on the census. */
export const censusBackbone = <C extends Settings>({ build, config: schema, id, restore }: CensusNetwork<C>) => {
  const admit = <A extends object>(outcome: A | Refusal): Effect.Effect<A, BackboneError> =>
    refused(outcome) ? Effect.fail(new BackboneError({ plugin: id, ...outcome })) : Effect.succeed(outcome)
  const foreign = (reason: string) =>
    new BackboneError({ plugin: id, reason, remedy: "predict with the backbone that trained the model" })

  return (config: C, backend: Backend["Service"]) =>
    Backbone.of({
      fit: Effect.fn(`${id}.fit`)(
        function* (census, seed) {
          const observed = weightedRows(census, 0)
          if (observed.patterns.length === 0) {
            return yield* new BackboneError({
              plugin: id,
              reason: "the census is empty",
              remedy: "record more frames, or a larger window"
            })
          }
          const { constants, forward, initialise, inputs, rows } = yield* admit(build(config, census))
          const problem = { initialise, forward, inputs: inputs(rows.patterns), rows, seed }
          const runtime = yield* backend.fastest(stepOf(problem))
          const { attempts, standing, steps, weights } = yield* train({ ...problem, runtime, settings: config })
          const predicted = yield* probabilities(runtime, { forward, weights }, inputs(observed.patterns))
          const model: Model = {
            info: {
              backbone: id,
              neighbourhood: census.neighbourhood.id,
              states: census.states,
              config: yield* Effect.orDie(Schema.encodeEffect(schema)(config)),
              steps,
              attempts,
              loss: standing.loss,
              allPatternsRight: judge(predicted, observed).patternsRight === observed.patterns.length
            },
            weights: [...weights, ...constants]
          }
          return model
        },
        Effect.catchTags({ BackendError: asBackboneError(id), TrainingError: asBackboneError(id) })
      ),
      predict: Effect.fn(`${id}.predict`)(
        function* (model, patterns) {
          const { info, weights } = model
          if (info.backbone !== id) return yield* foreign(`the model was trained by "${info.backbone}"`)
          const trained = yield* Effect.mapError(Schema.decodeEffect(schema)(info.config), (error) =>
            foreign(`the model's configuration does not fit: ${error.message}`)
          )
          const { forward, inputs } = yield* admit(restore(trained, model))
          return yield* probabilities(yield* backend.use, { forward, weights }, inputs(patterns))
        },
        Effect.catchTags({ BackendError: asBackboneError(id) })
      )
    })
}
