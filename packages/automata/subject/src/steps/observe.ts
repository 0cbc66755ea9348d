import { fresh, type Opened, staged, step } from "@rulescope/core"
import { type FamilyKind, kindNamed, type Recording } from "@rulescope/lattice"
import { Effect } from "effect"
import { type GenerateError, Generator } from "../Generator.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { RunSpec } from "../RunSpec.ts"
import { prepare, type Prepared, type RunError } from "./Prepare.ts"

/** The data of a run, before anything is learned from it. */
export interface Observed {
  readonly recordings: ReadonlyArray<Recording>
  readonly prepared: Prepared
}

/** What the generator reads; null when it reads nothing. */
export const source = Effect.flatMap(Generator, (generator) => generator.source)

/** Generates or reads, and splits off the held-out part. */
const work = Effect.fn("observe")(function* (
  families: ReadonlyArray<FamilyKind>,
  { spec }: Opened<RunSpec>
): Effect.fn.Return<Observed, GenerateError | RunError, Generator> {
  const generator = yield* Generator
  const recordings = yield* staged("generate", fresh(generator.generate(`${spec.seed}/generate`)))
  const prepared = yield* prepare(families, spec, recordings)
  yield* report(RunEvent.cases.RecordingsReady.make({ recordings: prepared.recordings }))
  return { recordings, prepared }
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
