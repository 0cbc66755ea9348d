import { Cause, Clock, Effect, Layer, Queue, Stream } from "effect"
import type { PlannedRun } from "../../plan/plan.ts"
import type { Task } from "../../plan/tasks.ts"
import { Executor, type TaskEvent } from "../../run/Executor.ts"
import type { Outcome } from "../../run/Runner.ts"
import { makeWorkerThread, type ThreadOptions, type WorkerLost, type WorkerThread } from "./WorkerThread.ts"

export interface WorkerOptions extends ThreadOptions {
  /** Threads at work at once, at least 1. */
  readonly workers: number
}

/** How often a run is tried whose worker ends: it may have been the machine. */
const attempts = 2

/** The row of a run whose worker was lost as often as it may be. */
const lostOutcome = (run: PlannedRun, error: WorkerLost): Effect.Effect<Outcome> =>
  Effect.map(Clock.currentTimeMillis, (now) => ({
    row: {
      run: run.run,
      key: run.key,
      group: run.group,
      point: run.point,
      seed: run.seed,
      status: "failed",
      error: { tag: error._tag, message: error.message, problem: error.problem },
      rule: null,
      truth: null,
      metrics: {},
      versions: run.versions,
      command: run.command,
      finished: new Date(now).toISOString()
    },
    detail: null,
    trained: false,
    damaged: []
  }))

/** Does a task with one thread; a run during which the thread is lost is tried again, and is then a row with its error. */
const doTask = (thread: WorkerThread, task: Task, emit: (outcome: Outcome) => Effect.Effect<void>) =>
  Effect.gen(function* () {
    let left = task.runs
    let losses = 0
    while (left.length > 0) {
      const ended = yield* thread
        .run({ ...task, runs: left }, (outcome) => {
          left = left.slice(1)
          losses = 0
          return emit(outcome)
        })
        .pipe(
          Effect.catchTag("WorkerLost", (error) =>
            Effect.gen(function* () {
              const [atWork] = left
              if (atWork === undefined || ++losses < attempts) return null
              left = left.slice(1)
              losses = 0
              yield* emit(yield* lostOutcome(atWork, error))
              return null
            })
          )
        )
      if (ended !== null) return ended
    }
    return 0
  })

/** Queues those tasks that come after none, and each other when the one that it comes after has ended. */
const makeBoard = (tasks: ReadonlyArray<Task>) =>
  Effect.gen(function* () {
    const ready = yield* Queue.unbounded<Task, Cause.Done>()
    const after = Map.groupBy(tasks, (task) => task.after)
    let open = tasks.length
    const close = () => void (open === 0 && Queue.endUnsafe(ready))
    for (const task of after.get(null) ?? []) Queue.offerUnsafe(ready, task)
    close()
    const ended = (task: Task) =>
      Effect.sync(() => {
        open--
        for (const next of after.get(task.id) ?? []) Queue.offerUnsafe(ready, next)
        close()
      })
    return { ready, ended }
  })

/**
 * Several threads, each with an own runtime of TensorFlow.js, that take the next task when they have ended one. A
 * thread that holds more than `memoryMb` after a task is replaced. Ending the stream ends the threads.
 */
export const layer = (options: WorkerOptions): Layer.Layer<Executor> =>
  Layer.succeed(
    Executor,
    Executor.of({
      parallel: options.workers,
      drain: (tasks) =>
        Stream.callback<TaskEvent>((queue) =>
          Effect.gen(function* () {
            const board = yield* makeBoard(tasks)
            const emit = (outcome: Outcome) => Effect.asVoid(Queue.offer(queue, { _tag: "RunEnded", outcome }))
            const work = Effect.gen(function* () {
              const thread = yield* makeWorkerThread(options)
              const next = Effect.gen(function* () {
                const task = yield* Queue.take(board.ready)
                yield* Queue.offer(queue, { _tag: "TaskStarted", task })
                const held = yield* doTask(thread, task, emit)
                if (held > options.memoryMb) yield* thread.renew
                yield* Queue.offer(queue, { _tag: "TaskEnded", task })
                yield* board.ended(task)
              })
              yield* Effect.catchIf(Effect.forever(next), Cause.isDone, () => Effect.void)
            })
            const threads = Math.min(options.workers, tasks.length)
            yield* Effect.all(
              Array.from({ length: threads }, () => Effect.scoped(work)),
              { concurrency: "unbounded", discard: true }
            )
            yield* Queue.end(queue)
          })
        )
    })
  )
