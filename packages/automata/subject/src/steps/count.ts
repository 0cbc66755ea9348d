import { fresh, say, staged, step } from "@rulescope/core"
import { type Census, censusTotal, observedPatterns } from "@rulescope/lattice"
import { Effect } from "effect"
import { censusOf } from "../censusOf.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { Space } from "./choose.ts"
import type { Observed } from "./observe.ts"
import { RunError } from "./Prepare.ts"

/** What the training part holds, as far as it concerns the family chosen. */
export interface Counted {
  readonly census: Census
  /** Observed cells, and distinct patterns among them. */
  readonly cells: number
  readonly patterns: number
}

/** Takes the census on the neighbourhood of the family. */
const work = Effect.fn("count")(function* (
  _: unknown,
  { choose, observe }: { readonly observe: Observed; readonly choose: Space }
): Effect.fn.Return<Counted, RunError> {
  const { neighbourhood, states } = choose.family
  const census = yield* staged(
    "census",
    fresh(Effect.sync(() => censusOf(neighbourhood, states, observe.prepared.training)))
  )
  const patterns = observedPatterns(census).length
  const cells = censusTotal(census)
  if (patterns === 0) {
    return yield* new RunError({
      reason: say`no cell of the training part is observed together with its whole neighbourhood and its outcome`,
      remedy: say`record more frames, or a larger window`
    })
  }
  yield* report(RunEvent.cases.CensusTaken.make({ cells, patterns, of: census.counts.length / states }))
  return { census, cells, patterns }
})

export const count = step({
  id: "count",
  after: ["observe", "choose"],
  places: [],
  fields: [],
  code: [{ id: "count", version: 1 }],
  computes: false,
  light: false,
  work
})
