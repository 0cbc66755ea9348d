import { EvidenceSummary, ModelInfo, RecordingInfo, RuleEstimate, RunResult, Verdict } from "@rulescope/automata"
import { Schema } from "effect"

/** What one run found, for a look at it alone; parts that runs share are kept once. */
export const RunDetail = Schema.Struct({
  /** The data that it saw, and how the family was chosen. */
  data: Schema.Struct({
    recordings: Schema.Array(RecordingInfo),
    family: RunResult.fields.family,
    census: RunResult.fields.census
  }),
  /** `key` is where the stage cache keeps the model. */
  model: Schema.Struct({ key: Schema.String, info: ModelInfo }),
  evidence: EvidenceSummary,
  estimate: RuleEstimate,
  /** On the held-out frames; null when the study does not ask for a proof. */
  verdict: Schema.NullOr(Verdict)
})
export type RunDetail = typeof RunDetail.Type
