import { type Opened, type Plugin, step } from "@rulescope/core"
import { Effect } from "effect"
import type { AugmentError } from "../Augmenter.ts"
import { patternTotals } from "../Evidence.ts"
import type { RunSpec } from "../RunSpec.ts"
import { patternCounts, sampleOf } from "../Sample.ts"
import { augment, augmentersAsked } from "./augment.ts"
import type { Counted } from "./count.ts"
import type { Observed } from "./observe.ts"

interface Found {
  readonly observe: Pick<Observed, "prepared">
  readonly count: Pick<Counted, "census">
}

/** How often the network is asked about each pattern: as often as it occurs, unless an augmenter changes that. */
export const askAbout = Effect.fn("ask")(function* (
  opened: Opened<RunSpec>,
  { count: { census }, observe: { prepared } }: Found
): Effect.fn.Return<Float64Array, AugmentError | Plugin.InvalidConfig> {
  const samples = prepared.training.map(sampleOf)
  const perturbed = yield* augment("statistics", opened, samples)
  return perturbed === samples ? patternTotals(census) : patternCounts(census.neighbourhood, census.states, perturbed)
})

export const ask = step({
  id: "ask",
  after: ["observe", "count"],
  places: [],
  fields: [],
  code: [{ id: "sample", version: 1 }],
  computes: false,
  light: true,
  asks: augmentersAsked("statistics"),
  work: askAbout
})
