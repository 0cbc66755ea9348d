import { report as tell, Reporter as Events, stageEvents } from "@rulescope/core"
import { type Context, type Effect, Schema } from "effect"
import { EvidenceSummary } from "./Evidence.ts"
import { LawEstimate } from "./LawEstimate.ts"
import { LibraryDecision } from "./Library.ts"
import { ModelInfo } from "./Model.ts"
import { RecordingInfo, RunResult } from "./RunResult.ts"
import { RunSpec } from "./RunSpec.ts"
import { Verdict } from "./Verifier.ts"

export const Stage = Schema.Literals(["generate", "choose", "census", "fit", "infer", "verify"])
export type Stage = typeof Stage.Type

/** What happens in a run, in order. Command line, page and tests see the same. */
export const RunEvent = Schema.TaggedUnion({
  RunStarted: { spec: RunSpec },
  ...stageEvents(Stage),
  RecordingsReady: { recordings: Schema.Array(RecordingInfo) },
  LibraryChosen: { decision: LibraryDecision },
  /** `steps` increments begin in `bins` bins. */
  CensusTaken: { steps: Schema.Int, bins: Schema.Int },
  /** What a backbone trains on: `rows` bins, or as many increments in a step; and what computes it. */
  TrainingStarted: { on: Schema.Literals(["census", "increments"]), rows: Schema.Int, backend: Schema.String },
  /** `loss`: mean negative log-density of an increment, in nats. */
  TrainingProgressed: { step: Schema.Int, maxSteps: Schema.Int, loss: Schema.Finite },
  /** The network's drift so far at the bins of the census, bins × coordinates: the law forming. */
  DriftMoved: { drift: Schema.Array(Schema.Array(Schema.Finite)) },
  ModelTrained: { info: ModelInfo, key: Schema.String },
  EvidenceGathered: { evidence: EvidenceSummary },
  LawInferred: { estimate: LawEstimate },
  VerdictReached: { verdict: Verdict },
  RunFinished: { result: RunResult }
})
export type RunEvent = typeof RunEvent.Type

/** The door of `core`, seen as one that takes the events of flows. */
export const Reporter = Events as unknown as Context.Reference<(event: RunEvent) => Effect.Effect<void>>

/** Reports one event to whoever runs the stage. */
export const report: (event: RunEvent) => Effect.Effect<void> = tell
