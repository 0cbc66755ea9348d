import type { Task } from "../../plan/tasks.ts"
import type { Outcome } from "../../run/Runner.ts"

/** What a worker is told: do this task; or: that many outcomes have been taken. */
export type ToWorker = { readonly _tag: "Do"; readonly task: Task } | { readonly _tag: "Taken" }

/** What a worker tells: a run of its task has ended; or the task has, with the megabytes that the worker holds. */
export type FromWorker =
  | { readonly _tag: "RunEnded"; readonly outcome: Outcome }
  | { readonly _tag: "TaskEnded"; readonly memoryMb: number }

/** Outcomes that may be on their way to whoever keeps them; a worker that is further ahead waits. */
export const window = 64
