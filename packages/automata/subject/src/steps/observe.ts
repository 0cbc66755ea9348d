import { fresh, type Opened, staged, step, say } from "@rulescope/core"
import { type Census, censusTotal, observedPatterns, type Recording, takeCensus } from "@rulescope/lattice"
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

/** The census of the training part; where that ends, and what lies beyond the edges, is counted out on the way. */
const count = Effect.fnUntraced(function* (spec: RunSpec, recordings: ReadonlyArray<Recording>) {
  const prepared = yield* prepare(spec, recordings)
  yield* report(RunEvent.cases.RecordingsReady.make({ recordings: prepared.recordings }))
  const { neighbourhood, states } = prepared.candidates[0]!
  const census: Census = takeCensus(neighbourhood, states, prepared.training)
  return { prepared, census }
})

/** Generates or reads, splits off the held-out part, and takes the census. */
const work = Effect.fn("observe")(function* ({
  spec
}: Opened<RunSpec>): Effect.fn.Return<Observed, GenerateError | RunError, Generator> {
  const generator = yield* Generator
  const recordings = yield* staged("generate", fresh(generator.generate(`${spec.seed}/generate`)))
  const { census, prepared } = yield* staged("census", fresh(count(spec, recordings)))
  const patterns = observedPatterns(census).length
  const cells = censusTotal(census)
  if (patterns === 0) {
    return yield* new RunError({
      reason: say`no cell of the training part is observed together with its whole neighbourhood and its outcome`,
      remedy: say`record more frames, or a larger window`
    })
  }
  yield* report(RunEvent.cases.CensusTaken.make({ cells, patterns, of: census.counts.length / census.states }))
  return { recordings, prepared, census, cells, patterns }
})

export const observe = step({
  id: "observe",
  after: [],
  places: ["generator"],
  fields: ["family", "heldOut", "stride"],
  code: [{ id: "observe", version: 1 }],
  computes: false,
  light: false,
  asks: () => source,
  work
})
