import type { Weight } from "@rulescope/core"
import { Clock, Effect, type Scope } from "effect"
import { ownedAdam } from "./adam.ts"
import { explainFailure } from "./backends/BackendError.ts"
import type { Runtime } from "./backends/Runtime.ts"
import type { Loss } from "./loss.ts"
import { flatten } from "./network.ts"
import { optimiserStep } from "./optimiserStep.ts"

/** A training, as far as the time of a step depends on it. */
export interface Task<D> {
  readonly start: ReadonlyArray<Weight>
  readonly loss: Loss<D>
  /** What a step learns from, uploaded for as long as the scope lives. */
  readonly data: (runtime: Runtime) => Effect.Effect<D, never, Scope.Scope>
}

/** Mean time of a training step in milliseconds, after some that are not counted. Frees every tensor. */
export const stepTime = <D>(runtime: Runtime, { data, loss, start }: Task<D>, warmUp: number, timed: number) =>
  Effect.scoped(
    Effect.gen(function* () {
      const uploaded = yield* data(runtime)
      const adam = yield* ownedAdam(runtime, flatten(start))
      const steps = (count: number) =>
        Effect.tryPromise({
          try: async () => {
            for (let i = 0; i < count; i++) optimiserStep(runtime, loss, () => uploaded, start, adam, 0.01)
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
