import type { Trajectory } from "@rulescope/sde"
import { Context, type Effect, Schema } from "effect"
import type { Prediction } from "./Backbone.ts"
import { type LawEstimate, Measured } from "./LawEstimate.ts"
import type { Library } from "./Library.ts"

/** One thing that a law must do, and whether it does. */
export const Check = Schema.Struct({
  /** Which, e.g. "whiteness". */
  name: Schema.String,
  /** The coordinate it is about; absent when it is about all. */
  coordinate: Schema.optionalKey(Schema.String),
  /** Place of the recording it is about; absent when it is about all. */
  recording: Schema.optionalKey(Schema.Int),
  /** On the recording whole, or on the part that nobody learned from. */
  part: Schema.Literals(["whole", "held-out"]),
  /** A standard score: about 0 ± 1 when the law holds. */
  score: Schema.Finite,
  /** How far from 0 it may be. */
  bound: Schema.Finite,
  passed: Schema.Boolean,
  /** What it found, in one sentence. */
  because: Schema.String
})
export type Check = typeof Check.Type

/** A quantity of the recording beside that of recordings made with the law. */
export const Replayed = Schema.Struct({
  /** "velocity", "slip rate", "diffusion". */
  name: Schema.String,
  coordinate: Schema.String,
  recording: Schema.Int,
  recorded: Measured,
  replayed: Measured
})
export type Replayed = typeof Replayed.Type

/** How a law fares, computed from the law alone. */
export const Verdict = Schema.Struct({
  status: Schema.Literals(["confirmed", "refuted", "inconclusive"]),
  /** One sentence for people. */
  because: Schema.String,
  /** Mean log-density of a held-out increment in nats, and what the law would score were it true; null when nothing is held out. */
  score: Schema.NullOr(Schema.Struct({ mean: Schema.Finite, attainable: Schema.Finite, error: Schema.Finite })),
  /** Held-out increments that were looked at. */
  steps: Schema.Int,
  checks: Schema.Array(Check),
  replay: Schema.Array(Replayed),
  /** Share of innovations in equally probable bins, by coordinate: flat when the law holds. */
  pit: Schema.Array(Schema.Struct({ coordinate: Schema.String, shares: Schema.Array(Schema.Finite) })),
  /** Correlation of innovations at lags 1, 2, …, by coordinate. */
  autocorrelation: Schema.Array(Schema.Struct({ coordinate: Schema.String, lags: Schema.Array(Measured) })),
  /** Held-out log-density of the network less that of the law, in nats, all increments together; null without a network. */
  completeness: Schema.NullOr(Measured)
})
export type Verdict = typeof Verdict.Type

/** What is to be tested, and on what. Recordings are unwrapped; gaps are NaN. */
export interface Exam {
  readonly library: Library
  /** The law that is printed, and the recordings that it was read from. */
  readonly printed: LawEstimate
  readonly whole: ReadonlyArray<Trajectory>
  /** The law as it was read without the held-out parts, and those parts. */
  readonly proved: LawEstimate
  readonly heldOut: ReadonlyArray<Trajectory>
  /** What the network says at every sample of the held-out parts, in their order. */
  readonly network: ReadonlyArray<Prediction>
  readonly seed: string
}

/** Tests a law by what it leaves unexplained, and by simulation. */
export class Verifier extends Context.Service<
  Verifier,
  {
    readonly verify: (exam: Exam) => Effect.Effect<Verdict>
  }
>()("@rulescope/flow/Verifier") {}
