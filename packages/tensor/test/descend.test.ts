import { backendsHere } from "@rulescope/testkit"
import { assert, describe, it } from "@effect/vitest"
import { Deferred, Effect, Exit, Fiber } from "effect"
import { type Course, descend, type Loss, type Runtime, steadyRate, type Tensor, tryAttempts } from "../src/index.ts"
import { runtimeOf } from "./backends.ts"
import { draw } from "./kernels.ts"

const rows = 40
const points = draw("points", 2 * rows)
const values = draw("values", rows)

/** The line through the points that is nearest in the least squares: the normal equations, solved by hand. */
const nearest = (() => {
  let [xx, xy, yy, xv, yv] = [0, 0, 0, 0, 0]
  for (let i = 0; i < rows; i++) {
    const [x, y, v] = [points[2 * i]!, points[2 * i + 1]!, values[i]!]
    xx += x * x
    xy += x * y
    yy += y * y
    xv += x * v
    yv += y * v
  }
  const determinant = xx * yy - xy * xy
  return [(yy * xv - xy * yv) / determinant, (xx * yv - xy * xv) / determinant]
})()

const squares: Loss<readonly [Tensor, Tensor]> = (tf, weight, [x, v]) =>
  tf.mean(tf.square(tf.sub(tf.matMul(x, weight("slopes")), v)))
const data =
  ({ tf }: Runtime) =>
  () =>
    [tf.tensor2d(points, [rows, 2]), tf.tensor2d(values, [rows, 1])] as const

const courseOn = (runtime: Runtime, change: Partial<Course<number>> = {}): Course<number> => ({
  runtime,
  start: [{ name: "slopes", shape: [2, 1], values: new Float32Array(2) }],
  maxSteps: 600,
  rate: steadyRate({ learningRate: 0.1, maxSteps: 600 }, 1),
  look: (read) =>
    Effect.map(
      read((_, weight) => weight("slopes")),
      (slopes) => slopes[0]!
    ),
  isOver: () => false,
  progress: () => Effect.void,
  ...change
})

describe.each(backendsHere)("a descent on %s", (backend) => {
  it.live("ends at the solution in closed form, and leaves no tensor", () =>
    Effect.gen(function* () {
      const runtime = yield* runtimeOf(backend)
      const before = runtime.tf.memory().numTensors
      const { standing, steps, weights } = yield* descend(squares, data(runtime), courseOn(runtime))
      assert.strictEqual(steps, 600)
      assert.strictEqual(standing, weights[0]!.values[0])
      for (const [i, slope] of nearest.entries()) assert.closeTo(weights[0]!.values[i]!, slope, 1e-3)
      assert.strictEqual(runtime.tf.memory().numTensors, before)
    })
  )
})

it.live("looks every ten steps and after the last, and ends early when told", () =>
  Effect.gen(function* () {
    const runtime = yield* runtimeOf("cpu")
    const seen: Array<number> = []
    const steps: Array<number> = []
    const counted = (step: number) => {
      steps.push(step)
      return data(runtime)()
    }
    const look = () => Effect.sync(() => seen.push(steps.length))
    yield* descend(squares, counted, courseOn(runtime, { maxSteps: 25, look }))
    assert.deepStrictEqual(seen, [10, 20, 25])
    assert.deepStrictEqual(
      steps,
      Array.from({ length: 25 }, (_, i) => i + 1)
    )
    const early = yield* descend(squares, data(runtime), courseOn(runtime, { isOver: () => true }))
    assert.strictEqual(early.steps, 10)
  })
)

it.live("interrupted between two steps it frees everything", () =>
  Effect.gen(function* () {
    const runtime = yield* runtimeOf("cpu")
    const before = runtime.tf.memory().numTensors
    const begun = yield* Deferred.make<void>()
    const progress = () => Effect.asVoid(Deferred.succeed(begun, undefined))
    const endless = descend(squares, data(runtime), courseOn(runtime, { maxSteps: 1e9, progress }))
    const fiber = yield* Effect.forkChild(endless)
    yield* Deferred.await(begun)
    assert.isTrue(Exit.hasInterrupts(yield* Effect.andThen(Fiber.interrupt(fiber), Fiber.await(fiber))))
    assert.strictEqual(runtime.tf.memory().numTensors, before)
  })
)

it.effect("attempts go on from seeds of their own until one is good enough, and the best is kept", () =>
  Effect.gen(function* () {
    const told: Array<string> = []
    const outcomes = [3, 1, 2, 0]
    const policy = (attempts: number) => ({
      attempts,
      reasonToRestart: (outcome: number) => (outcome === 0 ? null : `${outcome} left`),
      isBetter: (a: number, b: number) => a < b,
      restarted: (attempt: number, because: string) => Effect.sync(() => void told.push(`${attempt}: ${because}`))
    })
    const seeds: Array<string> = []
    const one = (seed: string, attempt: number) =>
      Effect.sync(() => {
        seeds.push(seed)
        return outcomes[attempt - 1]!
      })
    assert.deepStrictEqual(yield* tryAttempts("s", policy(3), one), { best: 1, attempts: 3, because: "2 left" })
    assert.deepStrictEqual(seeds, ["s", "s/attempt-2", "s/attempt-3"])
    assert.deepStrictEqual(told, ["2: 3 left", "3: 1 left"])
    assert.deepStrictEqual(yield* tryAttempts("s", policy(9), one), { best: 0, attempts: 4, because: null })
  })
)
