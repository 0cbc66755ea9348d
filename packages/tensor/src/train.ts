import { report, RunEvent } from "@rulescope/automata"
import type { Weight } from "@rulescope/core"
import { Effect } from "effect"
import { type Attempt, runAttempt, type Training } from "./attempt.ts"
import { ownedProblem, problemOf } from "./loss.ts"
import { inputTensor } from "./network.ts"
import { owned } from "./owned.ts"
import { isBetter, type Standing } from "./standing.ts"
import { TrainingError } from "./TrainingError.ts"

/** The best attempt. */
export interface Trained {
  readonly weights: ReadonlyArray<Weight>
  readonly standing: Standing
  /** Steps of the attempt that was kept. */
  readonly steps: number
  /** Attempts made. */
  readonly attempts: number
}

/** Why an attempt is not good enough, or null when another could not do better. */
const reasonToRestart = ({ clearlyWrong, loss }: Standing, steps: number): string | null => {
  if (!Number.isFinite(loss)) return `the loss was no longer finite after ${steps} steps`
  if (clearlyWrong > 0) return `${clearlyWrong} patterns with a clear outcome were still wrong after ${steps} steps`
  return null
}

/** Uploads for all attempts what does not change from step to step. */
const ownedDesk = Effect.fnUntraced(function* ({ batches, inputs, rows, runtime }: Training) {
  if (batches === undefined) {
    const problem = yield* ownedProblem(runtime, { ...rows, inputs })
    return { judged: problem.inputs, problem: () => problem }
  }
  const judged = yield* owned(runtime, () => inputTensor(runtime, inputs))
  return { judged, problem: (step: number) => problemOf(runtime, batches(step)) }
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
  const { settings } = training
  return yield* Effect.scoped(
    Effect.gen(function* () {
      const desk = yield* ownedDesk(training)
      let best: Attempt | undefined
      for (let attempt = 1; ; attempt++) {
        const current = yield* Effect.scoped(runAttempt(training, desk, attempt))
        if (best === undefined || isBetter(current.standing, best.standing)) best = current
        const because = reasonToRestart(current.standing, current.steps)
        if (because === null || attempt >= settings.attempts) {
          if (!Number.isFinite(best.standing.loss)) {
            return yield* new TrainingError({
              reason: `in each of ${attempt} attempts ${because}`,
              remedy: "use a smaller learning rate"
            })
          }
          const trained: Trained = { ...best, attempts: attempt }
          return trained
        }
        yield* report(RunEvent.cases.TrainingRestarted.make({ attempt: attempt + 1, because }))
      }
    })
  )
})
