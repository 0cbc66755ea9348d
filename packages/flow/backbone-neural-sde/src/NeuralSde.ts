import { misfitOf, Plugin, say, type Sentence, word, type Weight } from "@rulescope/core"
import { Backbone, BackboneError, meanStates, type Model, report, RunEvent } from "@rulescope/flow"
import type { KramersMoyal, Trajectory } from "@rulescope/sde"
import { Backend, BackendError, descent, evaluate, type TrainingError } from "@rulescope/tensor"
import { Effect, Layer, Schema } from "effect"
import { Config } from "./Config.ts"
import { type Frame, frameOf } from "./frame.ts"
import { initialise } from "./network.ts"
import { everything, predictionOf } from "./prediction.ts"
import { inputsOf } from "./states.ts"
import { split } from "./split.ts"
import { train } from "./train.ts"

const id = "neural-sde"

const failure = (reason: Sentence, remedy: Sentence) => new BackboneError({ plugin: id, reason, remedy })

const asBackboneError = (error: BackendError | TrainingError): BackboneError =>
  error._tag === "BackendError"
    ? failure(say`the backend "${error.backend}" does not work: ${error.reason}`, word(error.remedy))
    : failure(word(error.reason), word(error.remedy))

const units = ["centre", "scale", "velocity", "spread", "deviation"] as const

/** The units of a frame, beside the weights of a model. */
const weightsOf = (frame: Frame): ReadonlyArray<Weight> =>
  units.map((name) => ({ name, shape: [frame[name].length], values: Float32Array.from(frame[name]) }))

/** The frame of a model that has one; else what is wrong. */
const frameIn = ({ info: { interval, space }, weights }: Model): Frame => {
  const find = (name: string) => weights.find((one) => one.name === name)?.values ?? []
  const [centre, scale, velocity, spread, deviation] = units.map(find)
  return {
    space,
    interval,
    centre: centre!,
    scale: scale!,
    velocity: velocity!,
    spread: spread!,
    deviation: deviation!
  }
}

const make = (config: Config, backend: Backend.Backend["Service"]) => {
  const fit = Effect.fn("NeuralSde.fit")(
    function* (census: KramersMoyal, seed: string, recordings: ReadonlyArray<Trajectory>) {
      const frame = frameOf(census)
      const runtime = yield* backend.use
      const parted = split(census, recordings, config.validation)
      const rows = parted.learned.counts.length
      yield* report(RunEvent.cases.TrainingStarted.make({ on: "census", rows, backend: runtime.name }))
      const shown = inputsOf(frame, meanStates(census))
      const { loss, steps, weights } = yield* train({ runtime, config, frame, split: parted, shown, seed })
      if (!Number.isFinite(loss))
        return yield* failure(
          say`the loss was no longer finite after ${steps} steps`,
          say`take smaller steps (learningRate)`
        )
      const parameters = weights.reduce((sum, { values }) => sum + values.length, 0)
      return {
        info: {
          backbone: id,
          space: census.space,
          interval: census.interval,
          config: yield* Effect.orDie(Schema.encodeEffect(Config)(config)),
          parameters,
          steps,
          loss
        },
        weights: [...weights, ...weightsOf(frame)]
      }
    },
    Effect.catchTags({ BackendError: asBackboneError, TrainingError: asBackboneError })
  )

  const predict = Effect.fn("NeuralSde.predict")(
    function* (model: Model, states: Float64Array) {
      const foreign = (reason: Sentence) => failure(reason, say`apply it with the backbone that made it`)
      if (model.info.backbone !== id) return yield* foreign(say`the model was made by ${model.info.backbone}`)
      const trained = yield* Effect.mapError(Schema.decodeUnknownEffect(Config)(model.info.config), (error) =>
        foreign(say`the model's configuration does not fit: ${error.message}`)
      )
      const frame = frameIn(model)
      const misfit = misfitOf([...initialise(trained, frame, ""), ...weightsOf(frame)], model.weights)
      if (misfit !== null) return yield* foreign(say`the model does not fit its configuration: ${misfit}`)
      const applied = { forward: everything(trained, frame), weights: model.weights }
      return predictionOf(trained, frame, yield* evaluate(yield* backend.use, applied, inputsOf(frame, states)))
    },
    Effect.catchTags({ BackendError: asBackboneError })
  )
  return Backbone.of({ fit, predict })
}

/** A network for drift and one for noise, trained by the likelihood of transitions on the Kramers–Moyal census. */
export const neuralSde = Plugin.make({
  id,
  version: 1,
  uses: [descent],
  summary: "Networks for drift and noise, trained by the likelihood of every step on the bins of the recording.",
  config: Config,
  layer: (config: Config) =>
    Layer.effect(
      Backbone,
      Effect.map(Backend.Backend, (backend) => make(config, backend))
    )
})
