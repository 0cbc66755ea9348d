import { emptyCensus, moore } from "@rulescope/automata"
import { Backbone } from "@rulescope/core"
import { Backend } from "@rulescope/tensor"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Schema } from "effect"
import { p8, Config } from "../src/index.ts"

const use = Effect.flatMap(Backend.Backend, ({ use }) => use)
const isHere = await Effect.runPromise(Effect.exit(Effect.provide(use, Backend.layer("webgpu"))))

/** Life, each pattern seen three times. */
const life = (() => {
  const census = emptyCensus(moore(1), 2)
  for (let pattern = 0; pattern < 512; pattern++) {
    const alive = pattern.toString(2).replaceAll("0", "").length - ((pattern >> 4) & 1)
    census.counts[2 * pattern + (alive === 3 || (alive === 2 && ((pattern >> 4) & 1) === 1) ? 1 : 0)] = 3
  }
  return census
})()

/** Probabilities after a few steps on one backend, and how many tensors that left. */
const learnOn = (backend: "wasm" | "webgpu") =>
  Effect.gen(function* () {
    const { tf } = yield* use
    const before = tf.memory().numTensors
    const { fit, predict } = yield* Backbone
    const model = yield* fit(life, "seed")
    const probabilities = yield* predict(
      model,
      Array.from({ length: 512 }, (_, pattern) => pattern)
    )
    return { probabilities, left: tf.memory().numTensors - before }
  }).pipe(
    Effect.provide(
      p8
        .layer(Schema.decodeSync(Config)({ width: 8, maxSteps: 10, attempts: 1 }))
        .pipe(Layer.provideMerge(Backend.layer(backend)))
    )
  )

/** Largest difference of a probability after ten steps of Adam. */
const tolerance = 1e-3

describe.runIf(isHere._tag === "Success")("WebGPU", () => {
  it.live("learns as on WebAssembly, and leaves no tensor", () =>
    Effect.gen(function* () {
      const [there, here] = [yield* learnOn("webgpu"), yield* learnOn("wasm")]
      assert.strictEqual(there.left, 0)
      for (const [i, p] of here.probabilities.entries()) assert.closeTo(there.probabilities[i]!, p, tolerance)
    })
  )
})
