import type { Backend, Forward, Inputs } from "@rulescope/tensor"
import { type Census, type Neighbourhood, neighbourhoodById } from "@rulescope/lattice"
import { Backbone, BackboneError, type Model, report, RunEvent } from "@rulescope/automata"
import { misfitOf, type Weight } from "@rulescope/core"
import { Effect, Schema } from "effect"
import { asBackboneError } from "./failure.ts"
import type { FieldConfig } from "./field/fields.ts"
import { planTraining } from "./field/plan.ts"
import { isSurroundings, meanOf, surround } from "./field/surroundings.ts"
import { lessonStep } from "./lessonStep.ts"
import { probabilities } from "./probabilities.ts"
import { decodeCells, type WeightedRows, weightedRows } from "./rows.ts"
import { judge } from "./standing.ts"
import { type Settings, train } from "./train.ts"

/** Why a network cannot be built for a census or a model, and what to do. */
export interface Refusal {
  readonly reason: string
  readonly remedy: string
}

/** A network that can be applied to cells. */
export interface Applicable {
  readonly forward: Forward
  /** Initial weights for a seed: what a model of this network consists of. */
  readonly initialise: (seed: string) => ReadonlyArray<Weight>
  /** From the cells of its field, shape rows × cells. */
  readonly inputs: (cells: Uint8Array) => Inputs
}

/** A network and the rows that it is to be trained on. */
export interface Trainable extends Applicable {
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
  /** The cells that it sees around one, for a rule of this neighbourhood. */
  readonly field: (config: C, rule: Neighbourhood) => Neighbourhood
  readonly build: (config: C, census: Census) => Trainable | Refusal
  readonly restore: (config: C, model: Model, rule: Neighbourhood) => Applicable | Refusal
}

const refused = (outcome: object): outcome is Refusal => "remedy" in outcome

/** Whether one neighbourhood lies within another. */
const within = (inner: Neighbourhood, outer: Neighbourhood): boolean =>
  inner.offsets.every(([x, y]) => outer.offsets.some(([ox, oy]) => ox === x && oy === y))

/** The stage service of a network that trains on the census. */
export const censusBackbone = <C extends Settings & FieldConfig & { readonly weighting: number }>({
  build,
  config: schema,
  field: fieldOf,
  id,
  restore
}: CensusNetwork<C>) => {
  const failure = (refusal: Refusal) => new BackboneError({ plugin: id, ...refusal })
  const admit = <A extends object>(outcome: A | Refusal): Effect.Effect<A, BackboneError> =>
    refused(outcome) ? Effect.fail(failure(outcome)) : Effect.succeed(outcome)
  const foreign = (reason: string) => failure({ reason, remedy: "predict with the backbone that trained the model" })

  return (config: C, backend: Backend.Backend["Service"]) => {
    const predict = Effect.fn(`${id}.predict`)(
      function* (model: Model, patterns: ReadonlyArray<number>) {
        const { info, weights } = model
        if (info.backbone !== id) return yield* foreign(`the model was trained by "${info.backbone}"`)
        const trained = yield* Effect.mapError(Schema.decodeEffect(schema)(info.config), (error) =>
          foreign(`the model's configuration does not fit: ${error.message}`)
        )
        const rule = neighbourhoodById(info.neighbourhood)
        if (rule === null) return yield* foreign(`the model sees "${info.neighbourhood}", which is not known here`)
        const { forward, initialise, inputs } = yield* admit(restore(trained, model, rule))
        const misfit = misfitOf(initialise(""), weights)
        if (misfit !== null) return yield* foreign(`the model does not fit its configuration: ${misfit}`)
        const cells = decodeCells(patterns, rule.offsets.length, info.states)
        const around = weights.find(({ name }) => name === "surroundings")
        const field = fieldOf(trained, rule)
        if (around !== undefined && !isSurroundings(around, field, rule, info.states)) {
          return yield* foreign("the model's surroundings are not those of its field")
        }
        const seen = around === undefined ? cells : surround(cells, field, rule, around)
        const each = yield* probabilities(yield* backend.use, { forward, weights }, inputs(seen))
        return meanOf(each, around === undefined ? 1 : around.shape[0]!, info.states)
      },
      Effect.catchTags({ BackendError: asBackboneError(id) })
    )

    const fit = Effect.fn(`${id}.fit`)(
      function* (census: Census, seed: string, samples: Parameters<Backbone["Service"]["fit"]>[2] = []) {
        const { neighbourhood, states } = census
        const observed = weightedRows(census, 0)
        if (observed.patterns.length === 0) {
          return yield* failure({ reason: "the census is empty", remedy: "record more frames, or a larger window" })
        }
        const field = fieldOf(config, neighbourhood)
        if (!within(neighbourhood, field)) {
          const reason = `the receptive field ${field.id} is smaller than the neighbourhood ${neighbourhood.id}`
          return yield* failure({ reason, remedy: "use a larger kernel" })
        }
        const trainable = yield* admit(build(config, census))
        const plan = yield* admit(planTraining(config, field, census, trainable, samples, seed))
        const { forward, initialise } = trainable
        const { batches, inputs, on, rows, size, surroundings } = plan
        const lesson = batches === undefined ? { ...rows, inputs } : batches(1)
        const runtime = yield* backend.fastest(lessonStep(forward, initialise(seed), lesson))
        const started = { field: field.id, on, rows: size, backend: runtime.name }
        yield* report(RunEvent.cases.TrainingStarted.make(started))
        const { attempts, standing, steps, weights } = yield* train({
          ...plan,
          runtime,
          initialise,
          forward,
          settings: config,
          seed
        })
        const model: Model = {
          info: {
            backbone: id,
            neighbourhood: neighbourhood.id,
            ...(field.id === neighbourhood.id ? {} : { field: field.id }),
            states,
            config: yield* Effect.orDie(Schema.encodeEffect(schema)(config)),
            trainedOn: on,
            steps,
            attempts,
            loss: standing.loss,
            allPatternsRight: false
          },
          weights: [...weights, ...trainable.constants, ...(surroundings === null ? [] : [surroundings])]
        }
        const right = judge(yield* predict(model, observed.patterns), observed).patternsRight
        const allPatternsRight = right === observed.patterns.length
        return { ...model, info: { ...model.info, allPatternsRight } }
      },
      Effect.catchTags({ BackendError: asBackboneError(id), TrainingError: asBackboneError(id) })
    )
    return Backbone.of({ fit, predict })
  }
}
