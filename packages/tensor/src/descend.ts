import type { Code, Weight } from "@rulescope/core"
import { Clock, Effect } from "effect"
import { ownedAdam } from "./adam.ts"
import type { Runtime } from "./backends/Runtime.ts"
import type { Loss } from "./loss.ts"
import { flatten, type Lookup, named, unflatten, views } from "./network.ts"
import { optimiserStep } from "./optimiserStep.ts"
import type { Tensor, TensorFlow } from "./TensorFlow.ts"
import { TrainingError } from "./TrainingError.ts"

/** Optimiser, gradients, nonlinearities and initial weights; `version` counts up when a descent comes to other weights. */
export const descent: Code = { id: "descent", version: 1 }

/** What a function makes of the weights as they are, as plain numbers; its tensors are freed. */
type Read = (make: (tf: TensorFlow, weight: Lookup) => Tensor) => Effect.Effect<Float32Array>

/** How a descent goes, and what is made of it on the way. */
export interface Course<S> {
  readonly runtime: Runtime
  /** Weights to begin with. */
  readonly start: ReadonlyArray<Weight>
  /** Steps at most. */
  readonly maxSteps: number
  /** Size of step 1, 2 and so on. */
  readonly rate: (step: number) => number
  /** How it stands; asked every ten steps and after the last. */
  readonly look: (read: Read) => Effect.Effect<S>
  /** Whether it may end before `maxSteps`; asked once after every look. */
  readonly isOver: (standing: S) => boolean
  /** Told at most every 75 ms, and at the end. */
  readonly progress: (standing: S, step: number) => Effect.Effect<void>
}

/** How a descent ended. */
export interface Descended<S> {
  readonly weights: ReadonlyArray<Weight>
  readonly standing: S
  readonly steps: number
}

/** Steps between two looks; fixed, so that every machine stops at the same step. */
const stepsPerLook = 10
/** Longest time without giving way to interruption and to other work. */
const breathMs = 25
/** Shortest time between two reports. */
const reportMs = 75

const broken = (cause: unknown) =>
  new TrainingError({
    reason: `the backend failed while training: ${cause instanceof Error ? cause.message : String(cause)}`,
    remedy: "use a smaller network, or another backend"
  })

/**
 * Takes steps of Adam down a loss until the course is over. `data` is what a step learns from, made inside `tf.tidy`.
 * Can be interrupted between steps; frees every tensor, however it ends.
 */
export const descend = <D, S>(
  loss: Loss<D>,
  data: (step: number) => D,
  course: Course<S>
): Effect.Effect<Descended<S>, TrainingError> =>
  Effect.gen(function* () {
    const { maxSteps, runtime, start } = course
    const clock = yield* Clock.Clock
    const milliseconds = () => Number(clock.monotonicTimeNanosUnsafe()) / 1e6
    const adam = yield* ownedAdam(runtime, flatten(start))
    const read: Read = (make) =>
      Effect.acquireUseRelease(
        Effect.sync(() => {
          return runtime.compute(() => make(runtime.tf, named(start, views(runtime.tf, adam.parameters, start))))
        }),
        (tensor) => Effect.promise(() => tensor.data() as Promise<Float32Array>),
        (tensor) => Effect.sync(() => tensor.dispose())
      )
    let reported = -Infinity
    let breathed = milliseconds()
    for (;;) {
      const until = Math.min(maxSteps, adam.step + stepsPerLook)
      while (adam.step < until) {
        const step = adam.step + 1
        yield* Effect.try({
          try: () => optimiserStep(runtime, loss, () => data(step), start, adam, course.rate(step)),
          catch: broken
        })
        if (milliseconds() - breathed >= breathMs) {
          yield* Effect.yieldNow
          breathed = milliseconds()
        }
      }
      const standing = yield* course.look(read)
      const over = course.isOver(standing) || adam.step >= maxSteps
      const now = milliseconds()
      if (over || now - reported >= reportMs) {
        reported = now
        yield* course.progress(standing, adam.step)
      }
      if (over) {
        const flat = yield* Effect.promise(() => adam.parameters.data() as Promise<Float32Array>)
        return { weights: unflatten(flat, start), standing, steps: adam.step }
      }
      yield* Effect.yieldNow
      breathed = milliseconds()
    }
  }).pipe(Effect.scoped)
