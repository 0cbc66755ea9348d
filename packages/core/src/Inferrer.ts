import { Context, type Effect, Schema } from "effect"
import type { Evidence } from "./Evidence.ts"
import type { RuleEstimate } from "./RuleEstimate.ts"

/** The evidence is of a kind that this inferrer cannot read. */
export class InferError extends Schema.TaggedError<InferError>()("InferError", {
  plugin: Schema.String,
  reason: Schema.String,
  remedy: Schema.String
}) {
  override get message() {
    return `${this.plugin}: ${this.reason}; ${this.remedy}`
  }
}

/** Reads a symbolic rule out of evidence, for any family alike. */
export class Inferrer extends Context.Service<
  Inferrer,
  {
    readonly infer: (evidence: Evidence) => Effect.Effect<RuleEstimate, InferError>
  }
>()("@rulescope/core/Inferrer") {}
