import { Schema } from "effect"
import { FamilyDecision } from "./family/FamilyChoice.ts"
import { ModelInfo } from "./Model.ts"
import { RuleEstimate } from "./RuleEstimate.ts"
import { RunSpec } from "./RunSpec.ts"
import { Judgement } from "./verdict/Judgement.ts"
import { Verdict } from "./Verifier.ts"

/** One recording as a run saw it. */
export const RecordingInfo = Schema.Struct({
  source: Schema.String,
  width: Schema.Int,
  height: Schema.Int,
  frames: Schema.Int,
  states: Schema.Int,
  boundary: Schema.Literals(["torus", "dead", "unknown"]),
  /** Why this boundary. */
  because: Schema.String,
  /** Transitions learned from, and those kept for the proof. */
  training: Schema.Array(Schema.Int),
  heldOut: Schema.Array(Schema.Int)
})
export type RecordingInfo = typeof RecordingInfo.Type

/** Tables by class, shape classes × states. */
export const EvidenceSummary = Schema.Struct({
  classes: Schema.Array(Schema.String),
  observed: Schema.Array(Schema.Array(Schema.Finite)),
  predicted: Schema.Array(Schema.Array(Schema.Finite)),
  expected: Schema.Array(Schema.Array(Schema.Finite)),
  /** Fraction of observed cells that the model predicts. */
  accuracy: Schema.Finite
})
export type EvidenceSummary = typeof EvidenceSummary.Type

/** How the law that was tested fares on the training part it was read from, and on the frames that nobody learned from. */
export const Verdicts = Schema.Struct({ training: Verdict, heldOut: Verdict })
export type Verdicts = typeof Verdicts.Type

/** All that a run found out. Same spec, same result: it holds no times. */
export const RunResult = Schema.Struct({
  spec: RunSpec,
  recordings: Schema.Array(RecordingInfo),
  family: FamilyDecision,
  census: Schema.Struct({ cells: Schema.Finite, patterns: Schema.Int, of: Schema.Int, key: Schema.String }),
  /** `key` is where the stage cache keeps the model. */
  model: Schema.Struct({ key: Schema.String, info: ModelInfo }),
  /** Of all frames. */
  evidence: EvidenceSummary,
  /** The answer, read from all frames; in runs kept before November 2026 from the training part. */
  estimate: RuleEstimate,
  /** The law that was tested, read from the training part; missing in older runs. */
  tested: Schema.optionalKey(RuleEstimate),
  /** How the law that was tested fares on both parts. */
  verdicts: Verdicts,
  /** The one verdict; missing in older runs, see `judgementOf`. */
  judgement: Schema.optionalKey(Judgement),
  /** Rule that the source of the data states, if it does. */
  truth: Schema.NullOr(Schema.String)
})
export type RunResult = typeof RunResult.Type

/** A result whose rule need not have been tested: a study leaves out what it does not ask for. */
export type Concluded = Omit<RunResult, "verdicts"> & { readonly verdicts: Verdicts | null }

/** The one verdict of a result; of one that was kept without, what its parts come to. */
export const judgementOf = ({
  judgement,
  verdicts: { heldOut, training }
}: Pick<RunResult, "judgement" | "verdicts">): Judgement =>
  judgement ?? {
    status: training.status === "refuted" ? "refuted" : heldOut.status,
    because: training.status === "refuted" ? training.because : heldOut.because,
    settle: null,
    rival: null,
    beyond: { added: [], changed: [] }
  }
