import { contentKey, type Opened, type Plugin, type StageCache, staged, step } from "@rulescope/core"
import { type Census, censusTotal, type Family, fold, observedPatterns } from "@rulescope/lattice"
import { Effect } from "effect"
import type { AugmentError } from "../Augmenter.ts"
import type { Backbone, BackboneError } from "../Backbone.ts"
import { censusOf } from "../censusOf.ts"
import type { Chooser } from "../Chooser.ts"
import type { Evidence } from "../Evidence.ts"
import { decideFamily } from "../family/decideFamily.ts"
import { tally } from "../family/scoreMisfires.ts"
import type { RecordingInfo } from "../RunResult.ts"
import type { RunSpec } from "../RunSpec.ts"
import { askAbout } from "./ask.ts"
import { familyOfChoice, type Space } from "./choose.ts"
import type { Counted } from "./count.ts"
import { gatherFrom } from "./gather.ts"
import type { Learned } from "./learn.ts"
import type { Observed } from "./observe.ts"
import { nothingHeldOut, type Prepared } from "./Prepare.ts"

/** What all frames say, those of the proof included. */
export interface Whole {
  readonly space: Space
  readonly census: Census
  readonly cells: number
  readonly patterns: number
  /** Boundaries as all frames decide them, by recording. */
  readonly boundaries: ReadonlyArray<Pick<RecordingInfo, "boundary" | "because">>
  readonly learned: Learned
  readonly evidence: Evidence
}

interface Found {
  readonly observe: Observed
  readonly choose: Space
  readonly count: Counted
  readonly relearn: Learned
  readonly gather: Evidence
}

const contradictedIn = ({ counts, states }: Census, family: Family): number =>
  tally(fold(counts, family).counts, states).contradicted

/**
 * The family that was chosen, unless it explained all that was looked at and does not explain all that there is; then
 * another on the same neighbourhood, which is what the network sees.
 */
const spaceOf = Effect.fnUntraced(function* (
  { spec }: Opened<RunSpec>,
  { choose, count }: Found,
  { census, prepared }: { readonly census: Census; readonly prepared: Prepared },
  key: Effect.Effect<string>
): Effect.fn.Return<Space, never, Chooser | StageCache.StageCache> {
  const { family } = choose
  const candidates = prepared.candidates.filter(({ neighbourhood }) => neighbourhood.id === family.neighbourhood.id)
  if (candidates.length < 2 || prepared.stride !== 1 || family.partition === null) return choose
  if (contradictedIn(count.census, family) > 0 || contradictedIn(census, family) === 0) return choose
  const kept = Effect.map(key, (whole) => contentKey({ whole, of: "family" }))
  const among = { ...prepared, candidates, within: family.neighbourhood }
  const choice = yield* staged("family", decideFamily(spec, among, kept))
  return { family: familyOfChoice(candidates, choice), choice }
})

/** Evidence from all frames, those of the proof included. */
const work = Effect.fn("whole")(function* (
  opened: Opened<RunSpec>,
  found: Found,
  key: Effect.Effect<string>
): Effect.fn.Return<
  Whole,
  AugmentError | BackboneError | Plugin.InvalidConfig,
  Backbone | Chooser | StageCache.StageCache
> {
  const { choose, count, gather, observe, relearn: learned } = found
  const { prepared } = observe
  if (prepared.heldOut.length === 0) {
    return { ...count, space: choose, learned, evidence: gather, boundaries: prepared.recordings }
  }
  const all = nothingHeldOut(observe.recordings, prepared)
  const { neighbourhood, states } = count.census
  const census = censusOf(neighbourhood, states, all.training)
  const space = yield* spaceOf(opened, found, { census, prepared: all }, key)
  const seen = { observe: { prepared: all }, count: { census } }
  const ask = yield* askAbout(opened, seen)
  return {
    space,
    census,
    cells: censusTotal(census),
    patterns: observedPatterns(census).length,
    boundaries: all.recordings,
    learned,
    evidence: yield* gatherFrom(opened, { ...seen, choose: space, ask, learn: learned })
  }
})

export const whole = step({
  id: "whole",
  after: ["choose", "ask", "gather", "relearn"],
  places: ["backbone", "chooser"],
  fields: ["family"],
  code: [
    { id: "family", version: 1 },
    { id: "evidence", version: 1 },
    { id: "whole", version: 1 }
  ],
  computes: true,
  light: false,
  work
})
