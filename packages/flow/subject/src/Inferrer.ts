import { Context, Effect } from "effect"
import type { InferError } from "./errors.ts"
import type { Evidence } from "./Evidence.ts"
import type { LawEstimate } from "./LawEstimate.ts"

/** What is known of evidence before a network is trained. */
export type Question = Pick<Evidence, "library" | "recordings">

/** Reads a law out of evidence. */
export class Inferrer extends Context.Service<
  Inferrer,
  {
    /** Fails where it can read no evidence of this kind, so that no network is trained in vain. */
    readonly admit: (question: Question) => Effect.Effect<void, InferError>
    /** Of evidence that it admits. Same evidence, same estimate. */
    readonly infer: (evidence: Evidence) => Effect.Effect<LawEstimate, InferError>
  }
>()("@rulescope/flow/Inferrer") {
  /** An inferrer that reads nothing it has not admitted. */
  static readonly admitting = ({ admit, infer }: Inferrer["Service"]): Inferrer["Service"] =>
    Inferrer.of({ admit, infer: (evidence) => Effect.andThen(admit(evidence), infer(evidence)) })
}
