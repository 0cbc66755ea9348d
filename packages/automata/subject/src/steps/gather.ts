import { step } from "@rulescope/core"
import { Effect } from "effect"
import { Backbone, type BackboneError } from "../Backbone.ts"
import { type Evidence, gatherEvidence, summariseEvidence } from "../Evidence.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { Space } from "./choose.ts"
import type { Learned } from "./learn.ts"
import type { Counted } from "./count.ts"
import type { Observed } from "./observe.ts"

interface Found {
  readonly observe: Observed
  readonly choose: Space
  readonly count: Counted
  readonly ask: Float64Array
  readonly learn: Learned
}

/** Asks the network about every pattern, and sets its answers beside what was observed. */
const work = Effect.fn("gather")(function* (
  _: unknown,
  { ask, choose, count: { census }, learn, observe: { prepared } }: Found
): Effect.fn.Return<Evidence, BackboneError, Backbone> {
  const backbone = yield* Backbone
  const all = Array.from({ length: census.counts.length / census.states }, (__, pattern) => pattern)
  const evidence = gatherEvidence(choose.family, census, yield* backbone.predict(learn.model, all), {
    asked: ask,
    observations: prepared.training,
    stride: prepared.stride
  })
  yield* report(RunEvent.cases.EvidenceGathered.make({ evidence: summariseEvidence(evidence) }))
  return evidence
})

export const gather = step({
  id: "gather",
  after: ["choose", "count", "ask", "learn"],
  places: ["backbone"],
  fields: [],
  code: [{ id: "evidence", version: 1 }],
  computes: true,
  light: false,
  work
})
