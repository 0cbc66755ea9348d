import {
  type AnySubject,
  type Around,
  type Equipped,
  fold,
  layerOf,
  opener,
  type Problem,
  type Row,
  StageCache,
  type Subjects,
  subjectOf
} from "@rulescope/core"
import { Cause, Clock, Effect, Exit, Schema } from "effect"
import type { PlannedRun } from "../plan/plan.ts"
import type { Task } from "../plan/tasks.ts"
import type { StudyRow } from "../StudyRow.ts"
import { type Kept, makeMemory, type Seconds, timed } from "./keepLatest.ts"
import type { RunDetail } from "./RunDetail.ts"

/** What a run came to, and what was done for it. JSON-safe. */
export interface Outcome {
  readonly row: StudyRow
  /** Null when it failed. */
  readonly detail: RunDetail | null
  /** Whether a model was trained. */
  readonly trained: boolean
  /** Keys under which the stage cache kept what was not written there. */
  readonly damaged: ReadonlyArray<string>
}

type AnyFailure = { readonly _tag: string; readonly message: string; readonly problem?: Problem }

const errorOf = (cause: Cause.Cause<AnyFailure>): StudyRow["error"] => {
  const failure = cause.reasons.find((reason) => reason._tag === "Fail")
  if (failure !== undefined) {
    const { _tag: tag, message, problem } = failure.error
    return problem === undefined ? { tag, message } : { tag, message, problem }
  }
  return { tag: "Defect", message: Cause.pretty(cause).split("\n").slice(0, 4).join(" ") }
}

const total = (seconds: Seconds): number | null =>
  Object.values(seconds).reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)

/** Runs of one subject: its plugins are opened once, and what steps find stays in memory for the next run. */
const makeSubjectRunner = <R>({ places, subject }: Equipped<AnySubject, R>) => {
  const open = opener(places)
  const memory = makeMemory()
  const encodeDetail = Schema.encodeUnknownSync(subject.detail.schema as never)
  const again = { while: (failure: AnyFailure) => subject.passing(failure), times: 1 }

  return Effect.fnUntraced(function* (
    { keys, spec }: PlannedRun,
    without: ReadonlyArray<string>,
    seconds: Seconds,
    note: (fresh: Kept) => void
  ): Effect.fn.Return<{ readonly row: Row; readonly detail: RunDetail }, AnyFailure, R | StageCache.StageCache> {
    const opened = yield* Effect.mapError(open(spec), ({ error }) => error)
    const around: Around = Effect.fnUntraced(function* (step, key, work) {
      const services = layerOf(
        opened,
        places.filter(({ place }) => step.places.includes(place))
      )
      const alone = Effect.provide(work, services) as Effect.Effect<unknown, AnyFailure>
      const done = timed(Effect.retry(alone, again))
      let kept: Kept
      if (step.foreseen === false) kept = yield* memory.small(yield* key, Effect.provide(done, StageCache.layerNone))
      else if (step.light) kept = yield* Effect.provide(done, StageCache.layerNone)
      else {
        const found = yield* memory.latest(step.id, yield* key, done)
        kept = found.kept
        if (found.fresh) note(kept)
      }
      Object.assign(seconds, kept.seconds)
      return yield* kept.exit
    })
    const found = yield* fold(subject.steps, opened, { around, without, known: keys })
    const result: unknown = subject.conclude(opened, found)
    return { row: subject.row(result), detail: encodeDetail(subject.detail.of(result)) }
  })
}

/**
 * Does tasks one after the other. The data, the evidence and the verdicts at hand stay in memory for the next run, so
 * that a run that differs in the inferrer alone costs its inference. `memory` tells the megabytes in use.
 */
export const makeRunner = <R>(subjects: Subjects<R>, memory: () => number | null = () => null) => {
  const runners = new Map([...subjects].map(([id, equipped]) => [id, makeSubjectRunner(equipped)]))

  const runOne = Effect.fnUntraced(function* (run: PlannedRun, without: ReadonlyArray<string>) {
    const seconds: Seconds = {}
    let trained = false
    const damaged: Array<string> = []
    const { subject } = yield* Effect.orDie(subjectOf(subjects, run.spec))
    const work = runners.get(subject.id)!(run, without, seconds, (fresh) => {
      trained ||= typeof fresh.seconds["fit"] === "number"
      damaged.push(...fresh.damaged)
    })
    const exit = yield* Effect.exit(work)
    if (Exit.isFailure(exit) && Cause.hasInterrupts(exit.cause)) return yield* Effect.interrupt
    const stages = Object.entries(seconds).map(([stage, value]) => [`seconds.${stage}`, value] as const)
    const done = Exit.isSuccess(exit) ? exit.value : null
    const row: StudyRow = {
      run: run.run,
      key: run.key,
      group: run.group,
      point: run.point,
      seed: run.seed,
      status: done === null ? "failed" : "done",
      error: Exit.isSuccess(exit) ? null : errorOf(exit.cause),
      rule: done?.row.law ?? null,
      truth: done?.row.truth ?? null,
      metrics: {
        ...done?.row.metrics,
        secondsTotal: total(seconds),
        ...Object.fromEntries(stages),
        memoryMb: memory()
      },
      versions: run.versions,
      command: run.command,
      finished: new Date(yield* Clock.currentTimeMillis).toISOString()
    }
    return { row, detail: done?.detail ?? null, trained, damaged } satisfies Outcome
  })

  /** Does a task, giving each run's outcome as soon as it is there. */
  return (
    task: Task,
    emit: (outcome: Outcome) => Effect.Effect<void>
  ): Effect.Effect<void, never, R | StageCache.StageCache> =>
    Effect.forEach(
      task.runs,
      (run) => Effect.andThen(Effect.flatMap(runOne(run, task.without), emit), Effect.yieldNow),
      { discard: true }
    )
}
