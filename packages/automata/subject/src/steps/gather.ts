import { step } from "@rulescope/core"
import { measureNoise } from "@rulescope/noise"
import { Effect } from "effect"
import { Backbone, type BackboneError } from "../Backbone.ts"
import { type Evidence, gatherEvidence, summariseEvidence } from "../Evidence.ts"
import { report, RunEvent } from "../RunEvent.ts"
import type { Space } from "./choose.ts"
import type { Counted } from "./count.ts"
import type { Learned } from "./learn.ts"
import type { Observed } from "./observe.ts"

interface Found {
  readonly observe: Pick<Observed, "prepared">
  readonly count: Pick<Counted, "census">
  readonly choose: Pick<Space, "family">
  readonly ask: Float64Array
  readonly learn: Pick<Learned, "model">
}

/** Frames further apart contradict a rule of single steps without any noise; patterns too many to tabulate are not weighed. */
const noNoise = { observation: 0, dynamic: 0 }

/** Asks the network about every pattern, measures the noise, and sets its answers beside what was observed. */
export const gatherFrom = Effect.fn("gather")(function* (
  _: unknown,
  { ask, choose, count: { census }, learn, observe: { prepared } }: Found
): Effect.fn.Return<Evidence, BackboneError, Backbone> {
  const backbone = yield* Backbone
  const all = Array.from({ length: census.counts.length / census.states }, (__, pattern) => pattern)
  const evidence = gatherEvidence(choose.family, census, yield* backbone.predict(learn.model, all), {
    asked: ask,
    observations: prepared.training,
    stride: prepared.stride,
    noise: prepared.stride === 1 && choose.family.partition !== null ? measureNoise(choose.family, census) : noNoise
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
  work: gatherFrom
})
