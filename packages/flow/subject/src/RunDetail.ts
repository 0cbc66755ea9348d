import { Schema } from "effect"
import { EvidenceSummary } from "./Evidence.ts"
import { LawEstimate } from "./LawEstimate.ts"
import { ModelInfo } from "./Model.ts"
import { type Concluded, RecordingInfo, RunResult } from "./RunResult.ts"
import { Verdict } from "./Verifier.ts"

/** What a study keeps of one run, for a look at it alone. */
export const RunDetail = Schema.Struct({
  /** The data that it saw, and how the library was chosen. */
  data: Schema.Struct({
    recordings: Schema.Array(RecordingInfo),
    library: RunResult.fields.library,
    census: RunResult.fields.census
  }),
  /** `key` is where the stage cache keeps the model. */
  model: Schema.Struct({ key: Schema.String, info: ModelInfo }),
  evidence: EvidenceSummary,
  estimate: LawEstimate,
  /** Null when the study does not ask for a proof. */
  verdict: Schema.NullOr(Verdict)
})
export type RunDetail = typeof RunDetail.Type

/** The detail of a result. */
export const detailOf = ({
  census,
  estimate,
  evidence,
  library,
  model,
  recordings,
  verdict
}: Concluded): RunDetail => ({
  data: { recordings, library, census },
  model,
  evidence,
  estimate,
  verdict
})
