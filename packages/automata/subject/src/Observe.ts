import {
  type Census,
  censusTotal,
  type Family,
  familyById,
  observedPatterns,
  type Recording,
  takeCensus
} from "@rulescope/lattice"
import { Effect } from "effect"
import { decideFamily } from "./family/decideFamily.ts"
import type { FamilyDecision } from "./family/FamilyChoice.ts"
import { type GenerateError, Generator } from "./Generator.ts"
import { prepare, type Prepared, RunError } from "./Prepare.ts"
import { report, RunEvent } from "./RunEvent.ts"
import type { RunSpec } from "./RunSpec.ts"
import { contentKey, fresh, type StageCache, staged } from "@rulescope/core"

/** The data of a run, before anything is learned from it. */
export interface Observed {
  readonly recordings: ReadonlyArray<Recording>
  readonly prepared: Prepared
  readonly census: Census
  /** Observed cells, and distinct patterns among them. */
  readonly cells: number
  readonly patterns: number
  readonly family: Family
  /** How the family was chosen. */
  readonly choice: FamilyDecision
  /** Content key of the recordings and of what was made of them. */
  readonly framesKey: string
}

/** Generates or reads, splits off the held-out part, takes the census and chooses the family. */
export const observe = Effect.fn("Pipeline.observe")(function* (
  spec: RunSpec
): Effect.fn.Return<Observed, GenerateError | RunError, Generator | StageCache.StageCache> {
  const generator = yield* Generator
  const recordings = yield* staged("generate", fresh(generator.generate(`${spec.seed}/generate`)))
  const prepared = yield* prepare(spec, recordings)
  yield* report(RunEvent.cases.RecordingsReady.make({ recordings: prepared.recordings }))

  const { neighbourhood, states } = prepared.candidates[0]!
  const census: Census = yield* staged(
    "census",
    fresh(Effect.sync(() => takeCensus(neighbourhood, states, prepared.training)))
  )
  const patterns = observedPatterns(census).length
  const cells = censusTotal(census)
  if (patterns === 0) {
    return yield* new RunError({
      reason: "no cell of the training part is observed together with its whole neighbourhood and its outcome",
      remedy: "record more frames, or a larger window"
    })
  }
  yield* report(RunEvent.cases.CensusTaken.make({ cells, patterns, of: census.counts.length / states }))

  const framesKey = contentKey(prepared.recordings, ...recordings.map((recording) => recording.cells))
  const choice = yield* staged("family", decideFamily(spec, census, prepared, framesKey))
  const { criterion, id, scores, symmetry } = choice
  yield* report(RunEvent.cases.FamilyChosen.make({ family: id, criterion, scores, symmetry }))
  return {
    recordings,
    prepared,
    census,
    cells,
    patterns,
    family: familyById(id)!,
    choice,
    framesKey
  } satisfies Observed
})
