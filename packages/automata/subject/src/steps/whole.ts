import { contentKey, type Opened, type Plugin, type StageCache, staged, step } from "@rulescope/core"
import { type Census, censusTotal, familyById, observedPatterns, takeCensus } from "@rulescope/lattice"
import { Effect } from "effect"
import type { AugmentError } from "../Augmenter.ts"
import type { Backbone, BackboneError } from "../Backbone.ts"
import type { Evidence } from "../Evidence.ts"
import { decideFamily } from "../family/decideFamily.ts"
import { tally } from "../family/scoreMisfires.ts"
import type { RecordingInfo } from "../RunResult.ts"
import type { RunSpec } from "../RunSpec.ts"
import { askAbout } from "./ask.ts"
import type { Space } from "./choose.ts"
import { gatherFrom } from "./gather.ts"
import type { Learned } from "./learn.ts"
import type { Observed } from "./observe.ts"
import { nothingHeldOut } from "./Prepare.ts"

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
  readonly relearn: Learned
  readonly gather: Evidence
}

/** The family that was chosen, unless it explained all that was looked at and does not explain all that there is. */
const spaceOf = Effect.fnUntraced(function* (
  { spec }: Opened<RunSpec>,
  { choose, observe }: Found,
  all: Pick<Observed, "census" | "prepared">,
  key: Effect.Effect<string>
): Effect.fn.Return<Space, never, StageCache.StageCache> {
  const { family } = choose
  const { candidates, stride } = observe.prepared
  if (candidates.length < 2 || stride !== 1 || family.partition === null) return choose
  if (tally(observe.census, family).contradicted > 0 || tally(all.census, family).contradicted === 0) return choose
  const kept = Effect.map(key, (whole) => contentKey({ whole, of: "family" }))
  const choice = yield* staged("family", decideFamily(spec, all.census, all.prepared, kept))
  return { family: familyById(choice.id)!, choice }
})

/** Evidence from all frames, those of the proof included. */
const work = Effect.fn("whole")(function* (
  opened: Opened<RunSpec>,
  found: Found,
  key: Effect.Effect<string>
): Effect.fn.Return<Whole, AugmentError | BackboneError | Plugin.InvalidConfig, Backbone | StageCache.StageCache> {
  const { choose, gather, observe, relearn: learned } = found
  const { census: training, prepared } = observe
  if (prepared.heldOut.length === 0) {
    const { cells, patterns } = observe
    const whole = { space: choose, census: training, cells, patterns, learned, evidence: gather }
    return { ...whole, boundaries: prepared.recordings }
  }
  const all = nothingHeldOut(observe.recordings, prepared)
  const census = takeCensus(training.neighbourhood, training.states, all.training)
  const seen = { prepared: all, census }
  const space = yield* spaceOf(opened, found, seen, key)
  const ask = yield* askAbout(opened, { observe: seen })
  return {
    space,
    census,
    cells: censusTotal(census),
    patterns: observedPatterns(census).length,
    boundaries: all.recordings,
    learned,
    evidence: yield* gatherFrom(opened, { observe: seen, choose: space, ask, learn: learned })
  }
})

export const whole = step({
  id: "whole",
  after: ["choose", "ask", "gather", "relearn"],
  places: ["backbone"],
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
