import { Schema } from "effect"
import { EvidenceSummary } from "./Evidence.ts"
import { LawEstimate } from "./LawEstimate.ts"
import { LibraryDecision } from "./Library.ts"
import { ModelInfo } from "./Model.ts"
import { RunSpec } from "./RunSpec.ts"
import { Verdict } from "./Verifier.ts"

/** One coordinate as a run saw it. */
export const CoordinateInfo = Schema.Struct({
  name: Schema.String,
  kind: Schema.Literals(["phase", "real"]),
  /** Whether the phase came within one turn and was unwrapped. */
  wrapped: Schema.Boolean,
  /** Why it is taken for that. */
  because: Schema.String
})
export type CoordinateInfo = typeof CoordinateInfo.Type

/** One recording as a run saw it. */
export const RecordingInfo = Schema.Struct({
  source: Schema.String,
  coordinates: Schema.Array(CoordinateInfo),
  interval: Schema.Finite,
  samples: Schema.Int,
  /** Samples of which a coordinate is missing. */
  missing: Schema.Int,
  /** First sample of the part that is kept for the proof; the part before it is learned from. */
  heldOutFrom: Schema.Int
})
export type RecordingInfo = typeof RecordingInfo.Type

/** All that a run found out: it holds no times. */
export const RunResult = Schema.Struct({
  spec: RunSpec,
  recordings: Schema.Array(RecordingInfo),
  library: LibraryDecision,
  census: Schema.Struct({ steps: Schema.Int, bins: Schema.Int, key: Schema.String }),
  /** `key` is where the stage cache keeps the model. */
  model: Schema.Struct({ key: Schema.String, info: ModelInfo }),
  evidence: EvidenceSummary,
  /** Of the recordings whole. */
  estimate: LawEstimate,
  verdict: Verdict,
  /** Law that the source of the data states, if it does. */
  truth: Schema.NullOr(Schema.String)
})
export type RunResult = typeof RunResult.Type

/** A result whose law need not have been tested: a study leaves out what it does not ask for. */
export type Concluded = Omit<RunResult, "verdict"> & { readonly verdict: Verdict | null }
