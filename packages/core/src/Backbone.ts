import type { Census } from "@rulescope/automata"
import { Context, type Effect, Schema } from "effect"
import type { Model } from "./Model.ts"

/** Training or prediction failed; `reason` says why, `remedy` what to do. */
export class BackboneError extends Schema.TaggedError<BackboneError>()("BackboneError", {
  plugin: Schema.String,
  reason: Schema.String,
  remedy: Schema.String
}) {
  override get message() {
    return `${this.plugin}: ${this.reason}; ${this.remedy}`
  }
}

/** Learns the next state of a cell from its neighbourhood. */
export class Backbone extends Context.Service<
  Backbone,
  {
    /**
     * Trains on a census of the backbone's own neighbourhood. Reports `TrainingProgressed`; can be
     * interrupted between steps; frees every tensor. Same census and seed, same model on one backend.
     */
    readonly fit: (census: Census, seed: string) => Effect.Effect<Model, BackboneError>
    /** Probability of each next state, shape patterns × states, each row summing to 1. */
    readonly predict: (model: Model, patterns: ReadonlyArray<number>) => Effect.Effect<Float32Array, BackboneError>
  }
>()("@rulescope/core/Backbone") {}
