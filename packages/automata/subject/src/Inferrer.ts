import { lineOf, type Problem, problemFields, problemIn, say } from "@rulescope/core"
import { Context, Effect, Schema } from "effect"
import type { Evidence } from "./Evidence.ts"
import type { RuleEstimate } from "./RuleEstimate.ts"

/** The evidence is of a kind that this inferrer cannot read. */
export class InferError extends Schema.TaggedError<InferError>()("InferError", {
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

/** What is known of evidence before a network is trained. */
export type Question = Pick<Evidence, "family" | "stride">

/** For inferrers that read what follows one generation later: fails when frames are further apart. */
export const singleSteps = (plugin: string, { stride }: Question): Effect.Effect<void, InferError> =>
  stride === 1
    ? Effect.void
    : Effect.fail(
        new InferError({
          plugin,
          reason:
            stride === "auto"
              ? say`the frames are an unknown number of generations apart`
              : say`the frames are ${stride} generations apart`,
          remedy: say`it reads the next generation from the one before; use the inferrer likelihood`
        })
      )

/** Reads a symbolic rule out of evidence, for any family alike. */
export class Inferrer extends Context.Service<
  Inferrer,
  {
    /** Fails where it can read no evidence of this kind, so that no network is trained in vain. */
    readonly admit: (question: Question) => Effect.Effect<void, InferError>
    /** Of evidence that it admits. */
    readonly infer: (evidence: Evidence) => Effect.Effect<RuleEstimate, InferError>
  }
>()("@rulescope/automata/Inferrer") {
  /** An inferrer that reads nothing it has not admitted. */
  static readonly admitting = ({ admit, infer }: Inferrer["Service"]): Inferrer["Service"] =>
    Inferrer.of({ admit, infer: (evidence) => Effect.andThen(admit(evidence), infer(evidence)) })
}
