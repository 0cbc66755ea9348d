import { Context, Effect } from "effect"
import type { Prediction } from "./Backbone.ts"
import type { Evidence } from "./Evidence.ts"

/**
 * Where a backbone shows what it predicts at the bins of its census so far, as often as it reports progress; nowhere
 * unless a run looks.
 */
export const Glimpses = Context.Reference<(predicted: Prediction) => Effect.Effect<void>>("@rulescope/flow/Glimpses", {
  defaultValue: () => () => Effect.void
})

/**
 * Who wants to see the evidence as it would be if training ended now: a page reads a law from it while it forms. Nobody
 * unless a run is looked at that way; the run does not depend on it.
 */
export const EvidenceSoFar = Context.Reference<(evidence: Evidence) => Effect.Effect<void>>(
  "@rulescope/flow/EvidenceSoFar",
  { defaultValue: () => () => Effect.void }
)
