import { contentKey, fresh, type Opened, say, staged, step } from "@rulescope/core"
import { type KramersMoyal, takeKramersMoyal } from "@rulescope/sde"
import { Effect } from "effect"
import { type GenerateError, RunError } from "../errors.ts"
import { Generator } from "../Generator.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { RunSpec } from "../RunSpec.ts"
import { binsFor } from "./bins.ts"
import { prepare, type Prepared } from "./prepare.ts"

/** The data of a run, before anything is learned from it. */
export interface Observed {
  readonly prepared: Prepared
  /** Of the training parts. */
  readonly census: KramersMoyal
  readonly steps: number
  readonly censusKey: string
  readonly truth: string | null
}

/** What the generator reads; null when it reads nothing. */
export const source = Effect.flatMap(Generator, (generator) => generator.source)

/** Generates or reads, splits off the held-out parts, and takes the census. */
const work = Effect.fn("observe")(function* ({
  spec
}: Opened<RunSpec>): Effect.fn.Return<Observed, GenerateError | RunError, Generator> {
  const generator = yield* Generator
  const recordings = yield* staged("generate", fresh(generator.generate(`${spec.seed}/generate`)))
  const prepared = yield* prepare(spec, recordings)
  yield* report(RunEvent.cases.RecordingsReady.make({ recordings: prepared.recordings }))
  const { training } = prepared
  const census = yield* staged("census", fresh(Effect.sync(() => takeKramersMoyal(training, binsFor(training)))))
  const steps = census.counts.reduce((sum, n) => sum + n, 0)
  if (steps === 0) {
    return yield* new RunError({
      reason: say`no two neighbouring samples of the training part are whole`,
      remedy: say`record without so many gaps`
    })
  }
  yield* report(RunEvent.cases.CensusTaken.make({ steps, bins: census.cells.length }))
  const censusKey = contentKey({ interval: census.interval }, census.counts, census.increments, census.products)
  return { prepared, census, steps, censusKey, truth: recordings[0]!.law }
})

export const observe = step({
  id: "observe",
  after: [],
  places: ["generator"],
  fields: ["heldOut"],
  code: [{ id: "flow-observe", version: 1 }],
  computes: false,
  light: false,
  asks: () => source,
  work
})
