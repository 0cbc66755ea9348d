import {
  type Census,
  censusTotal,
  type Family,
  observedPatterns,
  type Recording,
  takeCensus
} from "@rulescope/automata"
import { Effect } from "effect"
import { contentKey } from "./ContentKey.ts"
import { chooseFamily } from "./family/FamilyChoice.ts"
import { Generator } from "./Generator.ts"
import { inPieces } from "./inPieces.ts"
import { prepare, type Prepared, RunError } from "./Prepare.ts"
import { report, RunEvent } from "./RunEvent.ts"
import type { RunResult } from "./RunResult.ts"
import type { RunSpec } from "./RunSpec.ts"
import { fresh, staged } from "./Stages.ts"

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
  readonly choice: RunResult["family"]
  /** Content key of the recordings and of what was made of them. */
  readonly framesKey: string
}

const smallest = (families: ReadonlyArray<Family>): ReadonlyArray<Family> =>
  [...families].sort((a, b) => a.classes.length - b.classes.length).slice(0, 1)

/** Generates or reads, splits off the held-out part, takes the census and chooses the family. */
export const observe = Effect.fn("Pipeline.observe")(function* (spec: RunSpec) {
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

  // What follows after several generations says little about families: the smallest one is searched.
  const far = prepared.stride !== 1 && spec.family === "auto"
  const candidates = far ? smallest(prepared.candidates) : prepared.candidates
  const chosen = yield* inPieces(chooseFamily(census, candidates, prepared.training))
  const criterion = far ? "smallest family" : spec.family === "auto" ? chosen.criterion : "as stated"
  const symmetry = prepared.stride === 1 ? chosen.symmetry : null
  const choice = { id: chosen.family.id, criterion, scores: chosen.scores, symmetry }
  yield* report(RunEvent.cases.FamilyChosen.make({ family: choice.id, criterion, scores: choice.scores, symmetry }))
  return {
    recordings,
    prepared,
    census,
    cells,
    patterns,
    family: chosen.family,
    choice,
    framesKey: contentKey(prepared.recordings, ...recordings.map(({ cells }) => cells))
  } satisfies Observed
})
