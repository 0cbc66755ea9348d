import type { Observation, Rule } from "@rulescope/automata"
import { Context, type Effect, Schema } from "effect"

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
  seen: Schema.Int
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
      /** Frame it starts from. */
      from: Schema.Int,
      /** Generations that stay exact on all cells known, of those recorded. */
      exact: Schema.Int,
      recorded: Schema.Int,
      ended: Schema.Literals(["end of recording", "contradiction", "nothing left to compare"])
    })
  )
})
export type Verdict = typeof Verdict.Type

/** Tests a rule by simulation on observed frames. */
export class Verifier extends Context.Service<
  Verifier,
  {
    readonly verify: (rule: Rule, observations: ReadonlyArray<Observation>) => Effect.Effect<Verdict>
  }
>()("@rulescope/core/Verifier") {}
