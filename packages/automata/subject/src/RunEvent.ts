import { report as tell, Reporter as Events, stageEvents } from "@rulescope/core"
import { type Context, type Effect, Schema } from "effect"
import { FamilyDecision } from "./family/FamilyChoice.ts"
import { ModelInfo } from "./Model.ts"
import { RuleEstimate } from "./RuleEstimate.ts"
import { EvidenceSummary, RecordingInfo, RunResult } from "./RunResult.ts"
import { RunSpec } from "./RunSpec.ts"
import { Judgement } from "./verdict/Judgement.ts"
import { Verdict } from "./Verifier.ts"

export const Stage = Schema.Literals(["generate", "family", "census", "fit", "infer", "verify"])
export type Stage = typeof Stage.Type

/** What happens in a run, in order. Command line, page and tests see the same. */
export const RunEvent = Schema.TaggedUnion({
  RunStarted: { spec: RunSpec },
  ...stageEvents(Stage),
  RecordingsReady: { recordings: Schema.Array(RecordingInfo) },
  FamilyChosen: {
    family: FamilyDecision.fields.id,
    variant: FamilyDecision.fields.variant,
    criterion: FamilyDecision.fields.criterion,
    scores: FamilyDecision.fields.scores,
    symmetry: FamilyDecision.fields.symmetry
  },
  /** `patterns` of `of` possible ones occur in `cells` observed cells. */
  CensusTaken: { cells: Schema.Finite, patterns: Schema.Int, of: Schema.Int },
  /**
   * What a backbone trains on: all `rows` distinct patterns of the cells that it sees (`field`) in every step, or so many
   * frames in a step; and the TensorFlow.js backend that computes it.
   */
  TrainingStarted: {
    field: Schema.String,
    on: Schema.Literals(["census", "frames"]),
    rows: Schema.Int,
    backend: Schema.String
  },
  /** `patternsRight` of `patterns` distinct patterns have their majority outcome predicted. */
  TrainingProgressed: {
    attempt: Schema.Int,
    step: Schema.Int,
    maxSteps: Schema.Int,
    loss: Schema.Finite,
    accuracy: Schema.Finite,
    patternsRight: Schema.Int,
    patterns: Schema.Int
  },
  /**
   * What the network predicts so far for the cells seen, by class, shape classes × states: the counters filling.
   * Shares step and accuracy with the last `TrainingProgressed`.
   */
  CountersMoved: { predicted: Schema.Array(Schema.Array(Schema.Finite)) },
  /** A stalled attempt is given up and begun again from a new seed. */
  TrainingRestarted: { attempt: Schema.Int, because: Schema.String },
  ModelTrained: { info: ModelInfo, key: Schema.String },
  EvidenceGathered: { evidence: EvidenceSummary },
  /** From the training part, and once more from all frames: the answer. */
  RuleInferred: { estimate: RuleEstimate, from: Schema.optionalKey(Schema.Literals(["training part", "all frames"])) },
  VerdictReached: { part: Schema.Literals(["training", "held-out"]), verdict: Verdict },
  /** The one verdict over all parts. */
  Judged: { judgement: Judgement },
  RunFinished: { result: RunResult }
})
export type RunEvent = typeof RunEvent.Type

/** The door of `core`, seen as one that takes the events of automata. */
export const Reporter = Events as unknown as Context.Reference<(event: RunEvent) => Effect.Effect<void>>

/** Reports one event to whoever runs the stage. */
export const report: (event: RunEvent) => Effect.Effect<void> = tell
