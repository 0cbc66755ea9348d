import type { Observation, Rule } from "@rulescope/lattice"
import { Context, type Effect, Schema } from "effect"
import type { Noise } from "./RuleEstimate.ts"

/** One cell that did not do what the rule says. */
export const Contradiction = Schema.Struct({
  /** Index of the recording. */
  recording: Schema.Int,
  /** Frame in which the outcome stands. */
  frame: Schema.Int,
  x: Schema.Int,
  y: Schema.Int,
  class: Schema.String,
  expected: Schema.Int,
  seen: Schema.Int,
  /** How probable a contradiction is at such a cell when the rule is right, from the noise alone; null without noise. */
  byNoise: Schema.NullOr(Schema.Finite)
})

/** How a rule fares on frames, computed from the rule alone. */
export const Verdict = Schema.Struct({
  status: Schema.Literals(["confirmed", "refuted", "inconclusive"]),
  /** One sentence for people. */
  because: Schema.String,
  /** Fraction of decided cells that the rule predicts, 0 to 1; 0 when none is decided. */
  accuracy: Schema.Finite,
  /** 95 % Wilson score interval of the accuracy. */
  interval: Schema.Struct({ low: Schema.Finite, high: Schema.Finite }),
  /** Accuracy that the true rule reaches at the noise stated, as an interval; null without noise. */
  attainable: Schema.NullOr(Schema.Struct({ low: Schema.Finite, high: Schema.Finite })),
  /** How far the outcomes are from what rule and noise lead to expect, in nats, and what a true rule hardly exceeds. */
  misfit: Schema.optionalKey(Schema.Struct({ nats: Schema.Finite, allowed: Schema.Finite })),
  /** Observed cells for which the rule has a prediction. */
  decided: Schema.Int,
  /** Observed cells whose class is undetermined. */
  undecided: Schema.Int,
  /** Transitions examined, and those without a contradiction. */
  transitions: Schema.Int,
  exactTransitions: Schema.Int,
  /** Number of contradicting cells, and the first of them. */
  contradicted: Schema.Int,
  contradictions: Schema.Array(Contradiction),
  /** Evolving one frame without looking: how many generations stay exact. */
  replay: Schema.NullOr(
    Schema.Struct({
      recording: Schema.Int,
      /** Frame it starts from, and whether that frame was freed of noise first. */
      from: Schema.Int,
      denoised: Schema.Boolean,
      /** Frames that stay exact on all cells known, of those recorded; with noise: exact but for the noise stated. */
      exact: Schema.Int,
      recorded: Schema.Int,
      ended: Schema.Literals(["end of recording", "contradiction", "nothing left to compare"])
    })
  )
})
export type Verdict = typeof Verdict.Type

/** What is to be tested: a rule, and what is known of how the frames were taken. */
export interface Claim {
  readonly rule: Rule
  /** Generations from one frame to the next. */
  readonly stride: number
  readonly noise: Noise
}

/** Tests a rule by simulation on observed frames. */
export class Verifier extends Context.Service<
  Verifier,
  {
    readonly verify: (claim: Claim, observations: ReadonlyArray<Observation>) => Effect.Effect<Verdict>
  }
>()("@rulescope/automata/Verifier") {}
