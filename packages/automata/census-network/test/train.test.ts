import { activate, affine, type Forward, glorotUniform, heUniform, TrainingError, zeros } from "@rulescope/tensor"
import { emptyCensus, line } from "@rulescope/lattice"
import { Reporter, RunEvent } from "@rulescope/automata"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Exit, Fiber } from "effect"
import type { Training } from "../src/index.ts"
import { encodePatterns, judge, probabilities, train, weightedRows } from "../src/index.ts"
import { backendsHere } from "@rulescope/testkit"
import { runtimeOf } from "./backends.ts"

/** Parity of three cells: no linear network can represent it. */
const parity = (() => {
  const census = emptyCensus(line(1), 2)
  for (let p = 0; p < 8; p++) census.counts[2 * p + (((p >> 2) ^ (p >> 1) ^ p) & 1)] = p + 1
  return weightedRows(census, 0)
})()
const inputs = { shape: [3], values: encodePatterns(parity.patterns, 3, 2) }
const initialise = (seed: string) => [
  heUniform("in.kernel", [3, 16], seed),
  zeros("in.bias", [16]),
  glorotUniform("out.kernel", [16, 2], seed),
  zeros("out.bias", [2])
]
const nonlinear: Forward = (tf, weight, x) =>
  affine(tf, weight, "out", activate(tf, "tanh", affine(tf, weight, "in", x)))
const linear: Forward = (tf, weight, x) => affine(tf, weight, "out", affine(tf, weight, "in", x))
const settings = { learningRate: 0.03, maxSteps: 400, attempts: 3 }

const trainingOn = (backend: (typeof backendsHere)[number], change: Partial<Training> = {}) =>
  Effect.map(runtimeOf(backend), (runtime): Training => {
    return { runtime, initialise, forward: nonlinear, inputs, rows: parity, settings, seed: "seed", ...change }
  })

/** Runs an effect and lists what it reports. */
const listen = <A, E, R>(effect: Effect.Effect<A, E, R>) => {
  const events: Array<RunEvent> = []
  return Effect.map(
    Effect.provideService(Effect.exit(effect), Reporter, (event) => Effect.sync(() => void events.push(event))),
    (exit) => ({ exit, events })
  )
}

describe.each(backendsHere)("on %s", (backend) => {
  it.live("trains until all is learned, the same for the same seed, and leaves no tensor", () =>
    Effect.gen(function* () {
      const training = yield* trainingOn(backend)
      const { tf } = training.runtime
      const before = tf.memory().numTensors
      const trained = yield* train(training)
      assert.isTrue(trained.standing.learned)
      assert.strictEqual(trained.standing.patternsRight, 8)
      assert.strictEqual(trained.attempts, 1)
      assert.isBelow(trained.steps, settings.maxSteps)
      const again = yield* train(training)
      assert.deepStrictEqual(again, trained)
      const other = yield* train({ ...training, seed: "other" })
      assert.notDeepEqual(other.weights, trained.weights)
      const p = yield* probabilities(training.runtime, { forward: nonlinear, weights: trained.weights }, inputs)
      assert.closeTo(judge(p, parity).loss, trained.standing.loss, 1e-6)
      assert.strictEqual(tf.memory().numTensors, before)
    })
  )

  it.live("interrupted in mid-training it stops at once and leaves no tensor", () =>
    Effect.gen(function* () {
      const training = yield* trainingOn(backend, {
        forward: linear,
        settings: { ...settings, maxSteps: 1_000_000 }
      })
      const { tf } = training.runtime
      const before = tf.memory().numTensors
      const fiber = yield* Effect.forkChild(train(training))
      while (tf.memory().numTensors === before) yield* Effect.sleep("1 millis")
      const exit = yield* Effect.andThen(Fiber.interrupt(fiber), Fiber.await(fiber))
      assert.isTrue(Exit.hasInterrupts(exit))
      assert.strictEqual(tf.memory().numTensors, before)
    })
  )

  it.live("a network that breaks in mid-training is an error and leaves no tensor", () =>
    Effect.gen(function* () {
      let calls = 0
      const training = yield* trainingOn(backend, {
        forward: (tf, weight, x) => {
          if (++calls > 25) throw new Error("out of memory")
          return nonlinear(tf, weight, x)
        }
      })
      const { tf } = training.runtime
      const before = tf.memory().numTensors
      const error = yield* Effect.flip(train(training))
      assert.instanceOf(error, TrainingError)
      assert.include(error.message, "out of memory")
      assert.strictEqual(tf.memory().numTensors, before)
    })
  )
})

it.live("a stalled attempt restarts from a derived seed with half the step, says so, and the best is kept", () =>
  Effect.gen(function* () {
    const seeds: Array<string> = []
    const training = yield* trainingOn("wasm", {
      forward: linear,
      initialise: (seed) => {
        seeds.push(seed)
        return initialise(seed)
      },
      settings: { ...settings, maxSteps: 60 }
    })
    const { events, exit } = yield* listen(train(training))
    const trained = Exit.isSuccess(exit) ? exit.value : assert.fail("training failed")
    assert.deepStrictEqual(seeds, ["seed", "seed/attempt-2", "seed/attempt-3"])
    assert.strictEqual(trained.attempts, 3)
    assert.isAbove(trained.standing.clearlyWrong, 0)
    const restarts = events.filter((event) => event._tag === "TrainingRestarted")
    assert.deepStrictEqual(
      restarts.map(({ attempt }) => attempt),
      [2, 3]
    )
    assert.match(restarts[0]!.because, /patterns with a clear outcome were still wrong after 60 steps/)
    const ends = events.filter((event) => event._tag === "TrainingProgressed" && event.step === 60)
    assert.lengthOf(ends, 3)
  })
)

it.live("the best attempt is kept, not the last", () =>
  Effect.gen(function* () {
    // Steps too small to matter: each attempt ends where it began, the second with six of eight patterns right.
    const start = (seed: string) =>
      initialise(seed).map((weight) => {
        if (seed.endsWith("attempt-2")) return weight
        return { ...weight, values: weight.values.map(() => 0) }
      })
    const training = yield* trainingOn("wasm", {
      initialise: start,
      seed: "six",
      settings: { learningRate: 1e-12, maxSteps: 10, attempts: 3 }
    })
    const { events, exit } = yield* listen(train(training))
    const right = events.flatMap((event) => (event._tag === "TrainingProgressed" ? [event.patternsRight] : []))
    assert.deepStrictEqual(right, [4, 6, 4])
    assert.isTrue(Exit.isSuccess(exit) && exit.value.standing.patternsRight === 6 && exit.value.attempts === 3)
  })
)

it.live("outcomes that nearly balance are no reason to restart", () =>
  Effect.gen(function* () {
    const census = emptyCensus(line(1), 2)
    for (let p = 0; p < 8; p++) census.counts.set(p % 2 === 0 ? [501, 499] : [0, 7], 2 * p)
    // An output that cannot differ between patterns: the close calls among them stay wrong.
    const constant: Forward = (tf, weight, x) => tf.add(tf.mul(affine(tf, weight, "in", x), 0), weight("out.bias"))
    const training = yield* trainingOn("wasm", {
      forward: constant,
      initialise: (seed) => [heUniform("in.kernel", [3, 2], seed), zeros("in.bias", [2]), zeros("out.bias", [2])],
      rows: weightedRows(census, 0),
      settings: { ...settings, maxSteps: 40 }
    })
    const { attempts, standing } = yield* train(training)
    assert.strictEqual(standing.patternsRight, 4)
    assert.strictEqual(attempts, 1)
  })
)

it.live("steps so large that numbers overflow are an error with a remedy", () =>
  Effect.gen(function* () {
    const training = yield* trainingOn("wasm", { settings: { learningRate: 1e38, maxSteps: 50, attempts: 2 } })
    const { tf } = training.runtime
    const before = tf.memory().numTensors
    const error = yield* Effect.flip(train(training))
    assert.match(error.message, /each of 2 attempts the loss was no longer finite.*smaller learning rate/)
    assert.strictEqual(tf.memory().numTensors, before)
  })
)

it.live("progress is reported at most every 75 ms, and always at the end", () =>
  Effect.gen(function* () {
    const training = yield* trainingOn("wasm", {
      forward: linear,
      settings: { ...settings, maxSteps: 300, attempts: 1 }
    })
    const begun = performance.now()
    const { events } = yield* listen(train(training))
    const elapsed = performance.now() - begun
    assert.isAtMost(events.length, elapsed / 75 + 2)
    const last = events.at(-1)
    assert.isTrue(last?._tag === "TrainingProgressed" && last.step === 300 && last.patterns === 8)
  })
)
