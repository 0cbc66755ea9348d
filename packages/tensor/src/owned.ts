import { Effect, type Scope } from "effect"
import type { Runtime } from "./backends/Runtime.ts"
import type { Tensor } from "./TensorFlow.ts"

/** A tensor that lives as long as the surrounding scope; `make` is synchronous. */
export const owned = <T extends Tensor>(runtime: Runtime, make: () => T): Effect.Effect<T, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => runtime.compute(make)),
    (tensor) => Effect.sync(() => tensor.dispose())
  )
