import { lineOf, type Problem, problemFields, problemOf, type Source } from "@rulescope/core"
import type { Recording } from "@rulescope/lattice"
import { Context, type Effect, Schema } from "effect"

/** Recordings could not be made; `reason` says where and why, `remedy` what to do. */
export class GenerateError extends Schema.TaggedError<GenerateError>()("GenerateError", {
  plugin: Schema.String,
  ...problemFields
}) {
  get problem(): Problem {
    return problemOf(this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** Provides recorded evolutions: simulated from a seed, or read from files. */
export class Generator extends Context.Service<
  Generator,
  {
    /** Null when nothing is read, or when it cannot be read. */
    readonly source: Effect.Effect<Source | null>
    /** Same configuration, seed and source, same bytes. At least one recording, each with at least two frames. */
    readonly generate: (seed: string) => Effect.Effect<ReadonlyArray<Recording>, GenerateError>
  }
>()("@rulescope/automata/Generator") {}
