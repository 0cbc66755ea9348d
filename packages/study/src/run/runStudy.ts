import { Array as Arr, Effect, Stream } from "effect"
import type { Plan } from "../plan/plan.ts"
import { tasksOf } from "../plan/tasks.ts"
import type { StudyRow } from "../StudyRow.ts"
import type { Outcome } from "./Runner.ts"
import { Executor, type TaskEvent } from "./Executor.ts"
import { type StoreError, StudyStore } from "./StudyStore.ts"

/** What happens in a study, in order. */
export type StudyEvent =
  /** `done` rows were there already; `runs` are to be made in `tasks`. */
  | {
      readonly _tag: "StudyStarted"
      readonly done: ReadonlyArray<StudyRow>
      readonly runs: number
      readonly tasks: number
    }
  | { readonly _tag: "TaskStarted" | "TaskEnded"; readonly runs: number }
  /** The row is in the store. */
  | ({ readonly _tag: "RunEnded"; readonly row: StudyRow } & Pick<Outcome, "trained" | "damaged">)

/**
 * Makes the runs of a plan that the store has no row of; failed ones stay as they are unless `again` is set. A row is
 * kept before it is reported, so a study that is ended at any moment loses the runs at work and nothing else.
 */
export const runStudy = (
  plan: Plan,
  { again = false }: { readonly again?: boolean } = {}
): Stream.Stream<StudyEvent, StoreError, Executor | StudyStore> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const executor = yield* Executor
      const store = yield* StudyStore
      const planned = new Map(plan.runs.map((run) => [run.key, run]))
      const done = (yield* store.rows).filter(({ key, status }) => planned.has(key) && !(again && status === "failed"))
      const tasks = tasksOf(plan, new Set(done.map(({ key }) => key)), executor.parallel)
      const started: StudyEvent = {
        _tag: "StudyStarted",
        done,
        runs: plan.runs.length - done.length,
        tasks: tasks.length
      }
      const report = (event: TaskEvent): StudyEvent => {
        if (event._tag !== "RunEnded") return { _tag: event._tag, runs: event.task.runs.length }
        const { damaged, row, trained } = event.outcome
        return { _tag: "RunEnded", row, trained, damaged }
      }
      // What arrives together is kept together.
      const ended = executor.drain(tasks).pipe(
        Stream.mapArrayEffect((events) => {
          const outcomes = events.flatMap((event) => (event._tag === "RunEnded" ? [event.outcome] : []))
          const put = store.put(outcomes.map((outcome) => ({ outcome, planned: planned.get(outcome.row.key)! })))
          return Effect.as(put, Arr.map(events, report))
        })
      )
      return Stream.concat(Stream.make(started), ended)
    })
  )
