import { type Opened, type Plugin, type StageCache, step } from "@rulescope/core"
import { type Census, observedPatterns, rowTotal } from "@rulescope/lattice"
import { Effect } from "effect"
import type { AugmentError } from "../Augmenter.ts"
import type { Backbone, BackboneError } from "../Backbone.ts"
import { censusOf } from "../censusOf.ts"
import { patternTotals } from "../Evidence.ts"
import type { RunSpec } from "../RunSpec.ts"
import { augmentersAsked } from "./augment.ts"
import type { Space } from "./choose.ts"
import type { Counted } from "./count.ts"
import { type Learned, train } from "./learn.ts"
import type { Observed } from "./observe.ts"
import { nothingHeldOut } from "./Prepare.ts"

interface Found {
  readonly observe: Observed
  readonly choose: Space
  readonly count: Counted
  readonly learn: Learned
}

/** Whether a pattern occurs that the network was not trained on: what it says of that is a guess. */
const meetsNewPatterns = (all: Census, training: Census): boolean =>
  observedPatterns(all).some((pattern) => rowTotal(training.counts, training.states, pattern) === 0)

/**
 * The network for the reading of all frames. It is trained again only where the frames of the proof show patterns that
 * it has never seen; elsewhere it is asked about more cells of the kinds that it knows.
 */
const work = Effect.fn("relearn")(function* (
  opened: Opened<RunSpec>,
  { choose, count, learn, observe }: Found,
  key: Effect.Effect<string>
): Effect.fn.Return<Learned, AugmentError | BackboneError | Plugin.InvalidConfig, Backbone | StageCache.StageCache> {
  const { census: training } = count
  const { prepared, recordings } = observe
  if (prepared.heldOut.length === 0) return learn
  const all = nothingHeldOut(recordings, prepared)
  const census = censusOf(training.neighbourhood, training.states, all.training)
  if (!meetsNewPatterns(census, training)) return learn
  return yield* train(
    opened,
    { observe: { prepared: all }, count: { census }, choose, ask: patternTotals(census) },
    key
  )
})

export const relearn = step({
  id: "relearn",
  after: ["learn"],
  places: ["backbone"],
  fields: [],
  code: [
    { id: "sample", version: 1 },
    { id: "relearn", version: 1 }
  ],
  computes: true,
  light: false,
  asks: augmentersAsked("training"),
  work
})
