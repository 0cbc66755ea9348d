import { Clock, Effect } from "effect"
import { ownedAdam } from "./adam.ts"
import { type Training, trainingStep } from "./attempt.ts"
import type { Step } from "./backends/Backend.ts"
import { explainFailure } from "./backends/BackendError.ts"
import type { Runtime } from "./backends/Runtime.ts"
import { type Lesson, ownedProblem } from "./loss.ts"
import { flatten } from "./network.ts"

/** A network and what a step trains on, as far as the time of a step depends on them. */
export interface Task extends Pick<Training, "initialise" | "forward" | "seed"> {
  readonly lesson: Lesson
}

/** Mean time of a training step in milliseconds, after some that are not counted. Frees every tensor. */
export const stepTime = (runtime: Runtime, task: Task, warmUp: number, timed: number) =>
  Effect.scoped(
    Effect.gen(function* () {
      const { forward, initialise, lesson, seed } = task
      const like = initialise(seed)
      const data = yield* ownedProblem(runtime, lesson)
      const adam = yield* ownedAdam(runtime, flatten(like))
      const steps = (count: number) =>
        Effect.tryPromise({
          try: async () => {
            for (let i = 0; i < count; i++) trainingStep({ forward, runtime }, () => data, like, adam, 0.01)
            // Reading a result waits for backends that compute on their own time.
            await adam.parameters.data()
          },
          catch: (cause) => explainFailure(runtime.name, cause)
        })
      yield* steps(warmUp)
      const begun = yield* Clock.currentTimeNanos
      yield* steps(timed)
      return Number((yield* Clock.currentTimeNanos) - begun) / 1e6 / timed
    })
  )

/** A training step as the choice of a backend sees it: every row meets every weight, once for each view of its cells. */
export const stepOf = (task: Task): Step => {
  const { inputs } = task.lesson
  const weights = task.initialise(task.seed).reduce((sum, { values }) => sum + values.length, 0)
  return {
    multiplications: (inputs.values.length / inputs.shape.at(-1)!) * weights,
    milliseconds: (runtime) => stepTime(runtime, task, 1, 2)
  }
}
