import { fresh, type Opened, staged, step } from "@rulescope/core"
import {
  type Census,
  censusTotal,
  type FamilyKind,
  kindNamed,
  observedPatterns,
  type Recording,
  takeCensus
} from "@rulescope/lattice"
import { Effect } from "effect"
import { type GenerateError, Generator } from "../Generator.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { RunSpec } from "../RunSpec.ts"
import { prepare, type Prepared, RunError } from "./Prepare.ts"

/** The data of a run, before anything is learned from it. */
export interface Observed {
  readonly recordings: ReadonlyArray<Recording>
  readonly prepared: Prepared
  readonly census: Census
  /** Observed cells, and distinct patterns among them. */
  readonly cells: number
  readonly patterns: number
}

/** What the generator reads; null when it reads nothing. */
export const source = Effect.flatMap(Generator, (generator) => generator.source)

/** Generates or reads, splits off the held-out part, and takes the census. */
const work = Effect.fn("observe")(function* (
  families: ReadonlyArray<FamilyKind>,
  { spec }: Opened<RunSpec>
): Effect.fn.Return<Observed, GenerateError | RunError, Generator> {
  const generator = yield* Generator
  const recordings = yield* staged("generate", fresh(generator.generate(`${spec.seed}/generate`)))
  const prepared = yield* prepare(families, spec, recordings)
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
  return { recordings, prepared, census, cells, patterns }
})

/** What of the families decides the result: those that the spec may mean. */
const asked = (families: ReadonlyArray<FamilyKind>, { spec }: Opened<RunSpec>) =>
  families
    .filter((kind) => spec.family === "auto" || kindNamed(families, spec.family) === kind)
    .map(({ id, version }) => [id, version])

export const observe = (families: ReadonlyArray<FamilyKind>) =>
  step({
    id: "observe",
    after: [],
    places: ["generator"],
    fields: ["family", "heldOut", "stride"],
    code: [{ id: "observe", version: 1 }],
    computes: false,
    light: false,
    asks: (opened: Opened<RunSpec>) => Effect.map(source, (read) => ({ read, families: asked(families, opened) })),
    work: (opened: Opened<RunSpec>) => work(families, opened)
  })
