import {
  descend,
  type Descended,
  type Forward,
  type Inputs,
  inputTensor,
  owned,
  type Policy,
  type Runtime,
  steadyRate,
  type Tensor,
  TrainingError,
  tryAttempts
} from "@rulescope/tensor"
import { type Glimpse, Glimpses, report, RunEvent } from "@rulescope/automata"
import type { Code, Weight } from "@rulescope/core"
import { Effect } from "effect"
import { crossEntropy, type Lesson, ownedProblem, type Problem, problemOf } from "./crossEntropy.ts"
import { meanOf } from "./field/surroundings.ts"
import { patternsOf, type WeightedRows } from "./rows.ts"
import { isBetter, judge, type Standing } from "./standing.ts"

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
  /** From inputs to logits, shape rows × states. */
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

/** Rows, batches, the looks that end an attempt, and restarts; counts up when training comes to other weights. */
export const censusTraining: Code = { id: "census-training", version: 1 }

/** The best attempt. */
export interface Trained {
  readonly weights: ReadonlyArray<Weight>
  readonly standing: Standing
  /** Steps of the attempt that was kept. */
  readonly steps: number
  /** Attempts made. */
  readonly attempts: number
}

/** Looks in a row at which everything must be learned. */
const looksToSettle = 3

/** Where the numbers of a training lie. */
interface Desk {
  /** Inputs of the rows that training is judged on. */
  readonly judged: Tensor
  /** What step `step` trains on, made inside `tf.tidy`. */
  readonly problem: (step: number) => Problem
}

/** Uploads for all attempts what does not change from step to step. */
const ownedDesk = Effect.fnUntraced(function* ({ batches, inputs, rows, runtime }: Training) {
  if (batches === undefined) {
    const problem = yield* ownedProblem(runtime, { ...rows, inputs })
    return { judged: problem.inputs, problem: () => problem } satisfies Desk
  }
  const judged = yield* owned(runtime, () => inputTensor(runtime, inputs))
  return { judged, problem: (step: number) => problemOf(runtime, batches(step)) } satisfies Desk
})

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

/** How an attempt stands, and the probabilities that say so. */
interface Look {
  readonly standing: Standing
  readonly means: Float32Array
}

/** One attempt, until everything is learned or the steps are used up; see `train` for the criterion. */
const runAttempt = (training: Training, desk: Desk, seed: string, attempt: number) => {
  const { forward, inputsPerRow = 1, rows, runtime, settings } = training
  let settled = 0
  return descend<Problem, Look>(crossEntropy(forward), desk.problem, {
    runtime,
    start: training.initialise(seed),
    maxSteps: settings.maxSteps,
    rate: steadyRate(settings, attempt),
    look: (read) =>
      Effect.map(
        read((tf, weight) => tf.softmax(forward(tf, weight, desk.judged))),
        (values) => {
          const means = meanOf(values, inputsPerRow, rows.states)
          return { standing: judge(means, rows), means }
        }
      ),
    isOver: ({ standing }) => {
      settled = standing.learned ? settled + 1 : 0
      return settled === looksToSettle || !Number.isFinite(standing.loss)
    },
    progress: Effect.fnUntraced(function* ({ means, standing }, step) {
      yield* report(
        RunEvent.cases.TrainingProgressed.make({
          attempt,
          step,
          maxSteps: settings.maxSteps,
          // Events hold finite numbers only.
          loss: Number.isFinite(standing.loss) ? standing.loss : Number.MAX_VALUE,
          accuracy: standing.accuracy,
          patternsRight: standing.patternsRight,
          patterns: patternsOf(rows)
        })
      )
      if (rows.anonymous !== true) yield* (yield* Glimpses)(glimpseOf(means, rows))
    })
  })
}

/** Restarts while a clear outcome is wrong, and keeps the attempt with the fewest mistakes. */
const policyOf = ({ attempts }: Settings): Policy<Descended<Look>> => ({
  attempts,
  reasonToRestart: ({ standing: { standing }, steps }) => {
    if (!Number.isFinite(standing.loss)) return `the loss was no longer finite after ${steps} steps`
    if (standing.clearlyWrong === 0) return null
    return `${standing.clearlyWrong} patterns with a clear outcome were still wrong after ${steps} steps`
  },
  isBetter: (a, b) => isBetter(a.standing.standing, b.standing.standing),
  restarted: (attempt, because) => report(RunEvent.cases.TrainingRestarted.make({ attempt, because }))
})

/**
 * Trains until every pattern that occurs is learned, and begins anew where that fails.
 *
 * An attempt ends when at three looks in a row, ten steps apart, every pattern's most frequent outcome is
 * predicted with at least half the lead it has in the data: half, because soft targets are approached
 * from below and a clean pattern then has 75 % or more; three, because full-batch loss still jumps near a
 * solution. Or it ends after `maxSteps`. One that leaves a clear outcome wrong (lead of a tenth of the
 * cells or more) has stalled, and training restarts from seed `<seed>/attempt-<n>` with half the step
 * size, since large steps are what stalls it; patterns whose outcomes are nearly balanced are no reason to
 * restart, as no attempt could satisfy them. The best attempt is kept.
 *
 * Reports `TrainingProgressed` at most every 75 ms and at the end of each attempt. Can be interrupted
 * between steps; frees every tensor.
 */
export const train = Effect.fn("train")(function* (training: Training) {
  const { seed, settings } = training
  const { attempts, because, best } = yield* Effect.scoped(
    Effect.gen(function* () {
      const desk = yield* ownedDesk(training)
      return yield* tryAttempts(seed, policyOf(settings), (from, attempt) => runAttempt(training, desk, from, attempt))
    })
  )
  const { standing, ...rest } = best
  if (!Number.isFinite(standing.standing.loss)) {
    return yield* new TrainingError({
      reason: `in each of ${attempts} attempts ${because}`,
      remedy: "use a smaller learning rate"
    })
  }
  const trained: Trained = { ...rest, standing: standing.standing, attempts }
  return trained
})
