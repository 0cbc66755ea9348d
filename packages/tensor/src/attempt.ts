import { type Glimpse, Glimpses, report, RunEvent } from "@rulescope/automata"
import type { Weight } from "@rulescope/core"
import { Clock, Effect, type Scope } from "effect"
import { type Adam, adamStep, ownedAdam } from "./adam.ts"
import type { Runtime } from "./backends/Runtime.ts"
import { meanOf } from "./field/surroundings.ts"
import { differentiate, type Lesson, type Problem } from "./loss.ts"
import { flatten, type Forward, type Inputs, named, unflatten, views } from "./network.ts"
import { patternsOf, type WeightedRows } from "./rows.ts"
import { judge, type Standing } from "./standing.ts"
import type { Tensor } from "./TensorFlow.ts"
import { TrainingError } from "./TrainingError.ts"

export interface Settings {
  /** Step size of Adam in the first attempt; each further attempt halves it. */
  readonly learningRate: number
  /** Steps of one attempt at most. */
  readonly maxSteps: number
  /** Attempts at most. */
  readonly attempts: number
}

/** Training of one network, judged on the rows of a census. */
export interface Training {
  readonly runtime: Runtime
  /** Initial weights of an attempt, a function of its seed. */
  readonly initialise: (seed: string) => ReadonlyArray<Weight>
  readonly forward: Forward
  /** What training is judged on, and trains on in every step if there are no `batches`. */
  readonly rows: WeightedRows
  /** `inputsPerRow` rows of inputs for each of `rows`; the prediction for a row is the mean over them. */
  readonly inputs: Inputs
  /** Default 1. */
  readonly inputsPerRow?: number
  /** What each step trains on. */
  readonly batches?: (step: number) => Lesson
  readonly settings: Settings
  readonly seed: string
}

/** Steps between two looks at the predictions; fixed, so that every machine stops at the same step. */
const stepsPerLook = 10
/** Looks in a row at which everything must be learned. */
const looksToSettle = 3
/** Longest time without giving way to interruption and to other work. */
const breathMs = 25
/** Shortest time between two reports. */
const reportMs = 75

/**
 * Constant for half of the steps, then falling linearly to 0: most runs end long before, and one that
 * jumps about near a solution, as with close calls under noise, comes to rest in it.
 */
const rateAt = ({ learningRate, maxSteps }: Settings, attempt: number, step: number): number =>
  learningRate * 0.5 ** (attempt - 1) * Math.min(1, 2 * (1 - (step - 1) / maxSteps))

/** One optimiser step; `problem` is called inside `tf.tidy`. */
export const trainingStep = (
  { forward, runtime }: Pick<Training, "forward" | "runtime">,
  problem: () => Problem,
  like: ReadonlyArray<Weight>,
  adam: Adam,
  rate: number
): void => {
  const { tf } = runtime
  adamStep(
    runtime,
    adam,
    (parameters) => {
      const { grads } = differentiate(tf, forward, like, views(tf, parameters, like), problem())
      return tf.concat1d(grads.map((gradient) => tf.reshape(gradient, [gradient.size])))
    },
    rate
  )
}

const broken = (cause: unknown) =>
  new TrainingError({
    reason: `the backend failed while training: ${cause instanceof Error ? cause.message : String(cause)}`,
    remedy: "use a smaller network, or another backend"
  })

/** Probabilities of the next states at the current parameters. */
const look = (
  { forward, inputsPerRow = 1, rows, runtime }: Training,
  inputs: Tensor,
  like: ReadonlyArray<Weight>,
  adam: Adam
) =>
  Effect.acquireUseRelease(
    Effect.sync(() =>
      runtime.compute(() => {
        const weight = named(like, views(runtime.tf, adam.parameters, like))
        return runtime.tf.softmax(forward(runtime.tf, weight, inputs))
      })
    ),
    (probabilities) =>
      Effect.map(
        Effect.promise(() => probabilities.data() as Promise<Float32Array>),
        (values) => {
          const means = meanOf(values, inputsPerRow, rows.states)
          return { standing: judge(means, rows), means }
        }
      ),
    (probabilities) => Effect.sync(() => probabilities.dispose())
  )

/** Where the numbers of a training lie during an attempt. */
export interface Desk {
  /** Inputs of the rows that training is judged on. */
  readonly judged: Tensor
  /** What step `step` trains on, made inside `tf.tidy`. */
  readonly problem: (step: number) => Problem
}

/** The likeliest next state of every pattern that the rows stand for; the lower state wins ties. */
const glimpseOf = (probabilities: ArrayLike<number>, { members, patterns, states }: WeightedRows): Glimpse => {
  const next = patterns.map((_, row) => {
    let best = 0
    for (let s = 1; s < states; s++)
      if (probabilities[row * states + s]! > probabilities[row * states + best]!) best = s
    return best
  })
  return members === undefined
    ? { patterns, next: Uint8Array.from(next) }
    : { patterns: members.flat(), next: Uint8Array.from(members.flatMap((of, row) => of.map(() => next[row]!))) }
}

/** How one attempt ended. */
export interface Attempt {
  readonly weights: ReadonlyArray<Weight>
  readonly standing: Standing
  readonly steps: number
}

/** Trains from fresh weights until everything is learned or the steps are used up; see `train` for the criterion. */
export const runAttempt = (
  training: Training,
  desk: Desk,
  attempt: number
): Effect.Effect<Attempt, TrainingError, Scope.Scope> =>
  Effect.gen(function* () {
    const { rows, runtime, settings } = training
    const clock = yield* Clock.Clock
    const seed = attempt === 1 ? training.seed : `${training.seed}/attempt-${attempt}`
    const like = training.initialise(seed)
    const adam = yield* ownedAdam(runtime, flatten(like))
    let reported = -Infinity
    let breathed = clock.currentTimeMillisUnsafe()
    let settled = 0
    for (;;) {
      const until = Math.min(settings.maxSteps, adam.step + stepsPerLook)
      while (adam.step < until) {
        yield* Effect.try({
          try: () => {
            const step = adam.step + 1
            trainingStep(training, () => desk.problem(step), like, adam, rateAt(settings, attempt, step))
          },
          catch: broken
        })
        if (clock.currentTimeMillisUnsafe() - breathed >= breathMs) {
          yield* Effect.yieldNow
          breathed = clock.currentTimeMillisUnsafe()
        }
      }
      const { means, standing } = yield* look(training, desk.judged, like, adam)
      settled = standing.learned ? settled + 1 : 0
      const over = settled === looksToSettle || adam.step >= settings.maxSteps || !Number.isFinite(standing.loss)
      const now = clock.currentTimeMillisUnsafe()
      if (over || now - reported >= reportMs) {
        reported = now
        yield* report(
          RunEvent.cases.TrainingProgressed.make({
            attempt,
            step: adam.step,
            maxSteps: settings.maxSteps,
            // Events hold finite numbers only.
            loss: Number.isFinite(standing.loss) ? standing.loss : Number.MAX_VALUE,
            accuracy: standing.accuracy,
            patternsRight: standing.patternsRight,
            patterns: patternsOf(rows)
          })
        )
        if (rows.anonymous !== true) yield* (yield* Glimpses)(glimpseOf(means, rows))
      }
      if (over) {
        const flat = yield* Effect.promise(() => adam.parameters.data() as Promise<Float32Array>)
        return { weights: unflatten(flat, like), standing, steps: adam.step }
      }
      yield* Effect.yieldNow
      breathed = clock.currentTimeMillisUnsafe()
    }
  })
