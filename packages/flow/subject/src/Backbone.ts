import type { KramersMoyal, Trajectory } from "@rulescope/sde"
import { Context, type Effect } from "effect"
import type { BackboneError } from "./errors.ts"
import type { Model } from "./Model.ts"

/** What a model says at states, one after the other. */
export interface Prediction {
  /** f(x), states × coordinates. */
  readonly drift: Float64Array
  /** E[Δx | x] over the interval that it was trained at, states × coordinates. */
  readonly increment: Float64Array
  /** Covariance of Δx given x, divided by the interval; states × coordinates × coordinates. */
  readonly noise: Float64Array
}

/** Learns drift and noise at every state from increments. */
export class Backbone extends Context.Service<
  Backbone,
  {
    /**
     * Trains on a census; `recordings` are those that it was taken from, for backbones that need increments one by one.
     * Reports `TrainingStarted` and `TrainingProgressed` where it trains; can be interrupted between steps; frees every
     * tensor. Same input, same model on one backend.
     */
    readonly fit: (
      census: KramersMoyal,
      seed: string,
      recordings: ReadonlyArray<Trajectory>
    ) => Effect.Effect<Model, BackboneError>
    /** At `states`, one number for each coordinate of each, phases anywhere on the line. All answers are finite. */
    readonly predict: (model: Model, states: Float64Array) => Effect.Effect<Prediction, BackboneError>
  }
>()("@rulescope/flow/Backbone") {}
