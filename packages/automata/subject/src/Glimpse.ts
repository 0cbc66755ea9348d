import { Context, Effect } from "effect"
import type { Evidence } from "./Evidence.ts"

/** What a network predicts while it is being trained. */
export interface Glimpse {
  readonly patterns: ReadonlyArray<number>
  /** `next[i]`: state predicted to follow `patterns[i]`. */
  readonly next: Uint8Array
}

/** Where a backbone shows what it predicts so far, as often as it reports progress; nowhere unless a run looks. */
export const Glimpses = Context.Reference<(glimpse: Glimpse) => Effect.Effect<void>>("@rulescope/automata/Glimpses", {
  defaultValue: () => () => Effect.void
})

/**
 * Who wants to see the evidence as it would be if training ended now, as often as the network is looked at: a page reads
 * a rule from it while it forms. Nobody unless a run is looked at that way; the run does not depend on it.
 */
export const EvidenceSoFar = Context.Reference<(evidence: Evidence) => Effect.Effect<void>>(
  "@rulescope/automata/EvidenceSoFar",
  { defaultValue: () => () => Effect.void }
)
