import { type Opened, step } from "@rulescope/core"
import { Effect } from "effect"
import { Backbone, type Prediction } from "../Backbone.ts"
import type { BackboneError } from "../errors.ts"
import { type Evidence, type EvidenceSummary, meanStates, summariseEvidence } from "../Evidence.ts"
import type { LibraryDecision } from "../Library.ts"
import { logDensities } from "../logDensities.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { RunSpec } from "../RunSpec.ts"
import type { Learned } from "./learn.ts"
import type { Observed } from "./observe.ts"

interface Found {
  readonly observe: Observed
  readonly choose: LibraryDecision
  readonly learn: Learned
}

/** What the network says of the training parts, and of every sample of the held-out ones. */
export interface Gathered {
  readonly evidence: Evidence
  readonly heldOut: ReadonlyArray<Prediction>
  readonly summary: EvidenceSummary
}

/** States that a model can be asked about: a missing one is asked about where nothing is, and not looked at. */
const statesOf = (values: Float64Array): Float64Array => values.map((value) => (Number.isNaN(value) ? 0 : value))

/** Asks the network about the bins of the census and about the samples kept for the proof. */
const work = Effect.fn("gather")(function* (
  { spec }: Opened<RunSpec>,
  { choose, learn: { model }, observe: { census, prepared } }: Found
): Effect.fn.Return<Gathered, BackboneError, Backbone> {
  const backbone = yield* Backbone
  const predicted = yield* backbone.predict(model, meanStates(census))
  const heldOut = yield* Effect.forEach(prepared.heldOut, ({ values }) => backbone.predict(model, statesOf(values)))
  const evidence: Evidence = {
    library: choose.library,
    recordings: prepared.training,
    census,
    predicted,
    seed: `${spec.seed}/infer`
  }
  const logs = prepared.heldOut.flatMap((trajectory, r) => [...logDensities(trajectory, heldOut[r]!)])
  const scored = logs.filter((log) => !Number.isNaN(log))
  const score = scored.length === 0 ? null : scored.reduce((sum, log) => sum + log, 0) / scored.length
  const summary = summariseEvidence(evidence, score)
  yield* report(RunEvent.cases.EvidenceGathered.make({ evidence: summary }))
  return { evidence, heldOut, summary }
})

export const gather = step({
  id: "gather",
  after: ["choose", "learn"],
  places: ["backbone"],
  fields: [],
  code: [{ id: "flow-evidence", version: 1 }],
  computes: true,
  light: false,
  work
})
