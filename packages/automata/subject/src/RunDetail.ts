import { Schema } from "effect"
import { ModelInfo } from "./Model.ts"
import { RuleEstimate } from "./RuleEstimate.ts"
import { type Concluded, EvidenceSummary, RecordingInfo, RunResult } from "./RunResult.ts"
import { Judgement } from "./verdict/Judgement.ts"
import { Verdict } from "./Verifier.ts"

/** What a study keeps of one run, for a look at it alone. */
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
  verdict: Schema.NullOr(
    Schema.Struct({
      ...Verdict.fields,
      /** The one verdict over all parts; missing in studies kept before November 2026. */
      judgement: Schema.optionalKey(Judgement)
    })
  )
})
export type RunDetail = typeof RunDetail.Type

/** The detail of a result. */
export const detailOf = ({
  census,
  estimate,
  evidence,
  family,
  judgement,
  model,
  recordings,
  verdicts
}: Concluded): RunDetail => ({
  data: { recordings, family, census },
  model,
  evidence,
  estimate,
  verdict: verdicts === null ? null : { ...verdicts.heldOut, ...(judgement === undefined ? {} : { judgement }) }
})
