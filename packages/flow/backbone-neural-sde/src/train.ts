import type { Weight } from "@rulescope/core"
import { Glimpses, report, RunEvent } from "@rulescope/flow"
import { makeRandom } from "@rulescope/random"
import { descend, inputTensor, type Inputs, owned, type Runtime, steadyRate } from "@rulescope/tensor"
import { Effect, type Scope } from "effect"
import type { Config } from "./Config.ts"
import type { Frame } from "./frame.ts"
import { type Lesson, lessonOf, rowsOf } from "./lesson.ts"
import { likelihood, type Problem, problemOf } from "./likelihood.ts"
import { initialise } from "./network.ts"
import { everything, predictionOf } from "./prediction.ts"
import type { Split } from "./split.ts"

/** One training. */
export interface Training {
  readonly runtime: Runtime
  readonly config: Config
  readonly frame: Frame
  readonly split: Split
  /** States at which it is shown what the network says so far. */
  readonly shown: Inputs
  readonly seed: string
}

interface Judged {
  readonly loss: number
  readonly weights: Float32Array
}

/** How a training stands. */
export interface Standing {
  /** Mean negative log-density of an increment that is learned from, in nats. */
  readonly loss: number
  /** The same of an increment that is set aside, and the weights by which it is so. */
  readonly now: Judged
  /** The most probable that what is set aside has been. */
  readonly best: Judged
  /** What `everything` gives at the states that are shown. */
  readonly said: Float32Array
}

/** Looks in a row at which what is set aside must have become less probable: large steps go astray for a while. */
const looksToFall = 10

/** Uploads lessons for as long as the scope lives. */
const ownedProblem = (runtime: Runtime, lesson: Lesson): Effect.Effect<Problem, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => {
      let problem: Problem | undefined
      runtime.compute(() => Object.values((problem = problemOf(runtime, lesson))))
      return problem!
    }),
    (problem) => Effect.sync(() => runtime.tf.dispose(Object.values(problem)))
  )

/** Bins in parts of at most `batch`, drawn by the seed; one part with all where they are few. */
const partsOf = (lesson: Lesson, batch: number, seed: string): ReadonlyArray<Lesson> => {
  const rows = lesson.weights.length
  if (rows <= batch) return [lesson]
  const random = makeRandom(`${seed}/parts`)
  const order = Int32Array.from({ length: rows }, (_, i) => i)
  for (let i = rows - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
  const parts = Math.ceil(rows / batch)
  return Array.from({ length: parts }, (_, p) =>
    rowsOf(lesson, order.subarray(Math.round((p * rows) / parts), Math.round(((p + 1) * rows) / parts)))
  )
}

/**
 * Takes steps down the likelihood. When what is set aside becomes clearly less probable than it was, training ends and
 * goes back to where it was most probable; small changes are chance, and the last steps, which are the smallest, count.
 */
export const train = ({ config, frame, runtime, seed, shown, split }: Training) =>
  Effect.gen(function* () {
    const show = yield* Glimpses
    const loss = likelihood(config, frame)
    const all = everything(config, frame)
    const lesson = lessonOf(frame, split.learned)
    const parts = yield* Effect.forEach(partsOf(lesson, config.batch, seed), (part) => ownedProblem(runtime, part))
    const whole = parts.length === 1 ? parts[0]! : yield* ownedProblem(runtime, lesson)
    const judged = split.judged === null ? whole : yield* ownedProblem(runtime, lessonOf(frame, split.judged))
    const states = yield* owned(runtime, () => inputTensor(runtime, shown))
    const start = initialise(config, frame, seed)
    const aside = split.judged === null ? 0 : split.judged.counts.reduce((sum, n) => sum + n, 0)
    const isWorse = ({ best, now }: Standing) => aside * (now.loss - best.loss) > config.tolerance
    let falls = 0
    let best: Judged = { loss: Number.POSITIVE_INFINITY, weights: new Float32Array(0) }
    const { standing, steps } = yield* descend<Problem, Standing>(loss, (step) => parts[(step - 1) % parts.length]!, {
      runtime,
      start,
      maxSteps: config.maxSteps,
      rate: steadyRate(config, 1),
      look: Effect.fnUntraced(function* (read) {
        const values = yield* read((tf, weight) =>
          tf.concat(
            [
              tf.reshape(loss(tf, weight, whole), [1]),
              tf.reshape(loss(tf, weight, judged), [1]),
              ...start.map(({ name, values }) => tf.reshape(weight(name), [values.length])),
              tf.reshape(all(tf, weight, states), [-1])
            ],
            0
          )
        )
        const count = start.reduce((sum, one) => sum + one.values.length, 0)
        const now = { loss: values[1]!, weights: values.subarray(2, 2 + count) }
        if (now.loss < best.loss) best = now
        return { loss: values[0]!, now, best, said: values.subarray(2 + count) }
      }),
      isOver: (standing) => {
        falls = isWorse(standing) ? falls + 1 : 0
        return falls === looksToFall || !Number.isFinite(standing.loss)
      },
      progress: Effect.fnUntraced(function* ({ loss, said }, step) {
        const told = Number.isFinite(loss) ? loss : Number.MAX_VALUE
        yield* report(RunEvent.cases.TrainingProgressed.make({ step, maxSteps: config.maxSteps, loss: told }))
        if (Number.isFinite(loss)) yield* show(predictionOf(config, frame, said))
      })
    })
    const kept = isWorse(standing) ? standing.best : standing.now
    let at = 0
    const weights = start.map(({ name, shape, values }): Weight => {
      return { name, shape, values: kept.weights.slice(at, (at += values.length)) }
    })
    return { weights, loss: standing.loss, steps }
  }).pipe(Effect.scoped)
