import { Context, Effect, Layer, Queue, Stream } from "effect"
import type { StageCache, Subjects } from "@rulescope/core"
import type { Task } from "../plan/tasks.ts"
import { makeRunner, type Outcome } from "./Runner.ts"

/** What an executor reports: a task has begun or ended, or a run of one has ended. */
export type TaskEvent =
  | { readonly _tag: "TaskStarted" | "TaskEnded"; readonly task: Task }
  | { readonly _tag: "RunEnded"; readonly outcome: Outcome }

/**
 * Who does the tasks of a study. Tasks are pure functions of what they hold, so an executor may do one again; it
 * begins a task only when the one that it comes `after` has ended. Ending the stream ends the work.
 */
export class Executor extends Context.Service<
  Executor,
  {
    /** How many tasks are at work at once. */
    readonly parallel: number
    readonly drain: (tasks: ReadonlyArray<Task>) => Stream.Stream<TaskEvent>
  }
>()("@rulescope/study/Executor") {}

/** One task after the other, in this thread. */
export const layerInProcess = <R>(
  subjects: Subjects<R>,
  memory?: () => number | null
): Layer.Layer<Executor, never, R | StageCache.StageCache> =>
  Layer.effect(
    Executor,
    Effect.map(Effect.context<R | StageCache.StageCache>(), (context) =>
      Executor.of({
        parallel: 1,
        drain: (tasks) =>
          Stream.callback<TaskEvent>((queue) => {
            const run = makeRunner(subjects, memory)
            return Effect.forEach(
              tasks,
              (task) =>
                Effect.andThen(
                  Queue.offer(queue, { _tag: "TaskStarted", task }),
                  run(task, (outcome) => Effect.asVoid(Queue.offer(queue, { _tag: "RunEnded", outcome })))
                ).pipe(Effect.andThen(Queue.offer(queue, { _tag: "TaskEnded", task }))),
              { discard: true }
            ).pipe(Effect.andThen(Queue.end(queue)), Effect.provideContext(context))
          })
      })
    )
  )
