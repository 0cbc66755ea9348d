import { lineOf, type Problem, problemFields, problemIn } from "@rulescope/core"
import type { Census } from "@rulescope/lattice"
import { Context, type Effect, Schema } from "effect"
import type { Model } from "./Model.ts"
import type { Sample } from "./Sample.ts"

/** Training or prediction failed; `reason` says why, `remedy` what to do. */
export class BackboneError extends Schema.TaggedError<BackboneError>()("BackboneError", {
  plugin: Schema.String,
  ...problemFields
}) {
  get problem(): Problem {
    return problemIn(this.plugin, this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** Learns the next state of a cell from its neighbourhood. */
export class Backbone extends Context.Service<
  Backbone,
  {
    /**
     * Trains on a census. `samples` are the frames that it was taken from, none by default: a backbone that sees
     * further than the census's neighbourhood learns from them, and refuses without. Reports `TrainingStarted` and
     * `TrainingProgressed`; can be interrupted between steps; frees every tensor. Same input, same model on one backend.
     */
    readonly fit: (census: Census, seed: string, samples?: ReadonlyArray<Sample>) => Effect.Effect<Model, BackboneError>
    /**
     * Probability of each next state, shape patterns × states, each row summing to 1. The patterns are those of the
     * census's neighbourhood; a backbone that sees further answers for the surroundings that it was trained in.
     */
    readonly predict: (model: Model, patterns: ReadonlyArray<number>) => Effect.Effect<Float32Array, BackboneError>
  }
>()("@rulescope/automata/Backbone") {}
