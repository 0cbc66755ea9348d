import type { RunEvent, RunResult, RunSpec } from "@rulescope/automata"
import type { Failure, ReadingSoFar } from "./protocol.ts"

type Event<Tag extends RunEvent["_tag"]> = Extract<RunEvent, { readonly _tag: Tag }>
type StageName = Event<"StageStarted">["stage"]

export interface StageState {
  readonly stage: StageName
  /** Null while it is at work. */
  readonly seconds: number | null
  readonly reused: boolean
}

/** What is known of a run so far: its events, reduced. */
export interface RunState {
  readonly spec: RunSpec | null
  readonly stages: ReadonlyArray<StageState>
  readonly recordings: Event<"RecordingsReady">["recordings"]
  readonly family: Omit<Event<"FamilyChosen">, "_tag"> | null
  readonly census: Omit<Event<"CensusTaken">, "_tag"> | null
  /** What the network trains on, and where; null while nothing is trained, or when that was not needed. */
  readonly plan: Event<"TrainingStarted"> | null
  readonly training: ReadonlyArray<Event<"TrainingProgressed">>
  readonly restarts: ReadonlyArray<string>
  /** The counters of what the network predicts so far, classes × states. */
  readonly counters: ReadonlyArray<ReadonlyArray<number>> | null
  readonly evidence: RunResult["evidence"] | null
  readonly estimate: RunResult["estimate"] | null
  readonly verdicts: Partial<RunResult["verdicts"]>
  readonly result: RunResult | null
}

export const nothingYet: RunState = {
  spec: null,
  stages: [],
  recordings: [],
  family: null,
  census: null,
  plan: null,
  training: [],
  restarts: [],
  counters: null,
  evidence: null,
  estimate: null,
  verdicts: {},
  result: null
}

/** The state after one more event. */
export const reduceRun = (state: RunState, event: RunEvent): RunState => {
  switch (event._tag) {
    case "RunStarted":
      return { ...nothingYet, spec: event.spec }
    case "StageStarted":
      return { ...state, stages: [...state.stages, { stage: event.stage, seconds: null, reused: false }] }
    case "StageFinished":
      return {
        ...state,
        stages: state.stages.map((one) =>
          one.stage === event.stage && one.seconds === null
            ? { ...one, seconds: event.seconds, reused: event.reused }
            : one
        )
      }
    case "RecordingsReady":
      return { ...state, recordings: event.recordings }
    case "FamilyChosen":
      return { ...state, family: event }
    case "CensusTaken":
      return { ...state, census: event }
    case "TrainingStarted":
      return { ...state, plan: event }
    case "TrainingProgressed":
      return { ...state, training: [...state.training, event] }
    case "TrainingRestarted":
      return { ...state, restarts: [...state.restarts, event.because] }
    case "CountersMoved":
      return { ...state, counters: event.predicted }
    case "EvidenceGathered":
      return { ...state, evidence: event.evidence, counters: event.evidence.predicted }
    case "RuleInferred":
      return { ...state, estimate: event.estimate }
    case "VerdictReached":
      return {
        ...state,
        verdicts: { ...state.verdicts, [event.part === "training" ? "training" : "heldOut"]: event.verdict }
      }
    case "RunFinished":
      return { ...state, result: event.result }
    case "ModelTrained":
    // The page's own cache is its memory, which nobody else writes to.
    case "EntryDamaged":
    case "Judged":
      return state
  }
}

/** One run of this visit. */
export interface Run {
  readonly id: number
  /** Shown in lists: the spec's name, or a number. */
  readonly name: string
  readonly status: "running" | "finished" | "cancelled" | "failed"
  readonly failure: Failure | null
  /** Tensors left when it ended; null while it runs. */
  readonly tensors: number | null
  /** Only the inferrer or the verifier differ from an earlier run, whose model is used again. */
  readonly reading: boolean
  /** Its key among the runs that the browser keeps; null while it is not among them. */
  readonly kept: number | null
  /** What its inferrer read last while the network learned. */
  readonly soFar: ReadingSoFar | null
  /** Everything that it said, in order. */
  readonly events: ReadonlyArray<RunEvent>
  /** Its events, reduced. */
  readonly state: RunState
}

const ofTraining: ReadonlyArray<RunEvent["_tag"]> = ["TrainingStarted", "TrainingProgressed", "TrainingRestarted"]

/** The events of a reading of an earlier run, with that run's training where its model is used again. */
export const withTraining = (
  events: ReadonlyArray<RunEvent>,
  earlier: ReadonlyArray<RunEvent>
): ReadonlyArray<RunEvent> => {
  const training = earlier.filter(({ _tag }) => ofTraining.includes(_tag))
  return events.flatMap((event) =>
    event._tag === "StageStarted" && event.stage === "fit" ? [event, ...training] : [event]
  )
}
