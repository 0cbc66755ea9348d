import { Context, Effect } from "effect"

/** What a network predicts while it is being trained. */
export interface Glimpse {
  readonly patterns: ReadonlyArray<number>
  /** `next[i]`: state predicted to follow `patterns[i]`. */
  readonly next: Uint8Array
}

/** Where a backbone shows what it predicts so far, as often as it reports progress; nowhere unless a run looks. */
export const Glimpses = Context.Reference<(glimpse: Glimpse) => Effect.Effect<void>>("@rulescope/core/Glimpses", {
  defaultValue: () => () => Effect.void
})
