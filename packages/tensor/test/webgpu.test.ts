import { emptyCensus, line } from "@rulescope/lattice"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import {
  activate,
  affine,
  encodePatterns,
  type Forward,
  glorotUniform,
  heUniform,
  probabilities,
  type Tensor,
  type TensorFlow,
  train,
  weightedRows,
  zeros
} from "../src/index.ts"
import { runtimeOf } from "./backends.ts"
import { type Case, cases, draw } from "./kernels.ts"

const isHere = await Effect.runPromise(Effect.exit(runtimeOf("webgpu")))

/** Largest difference of a gradient between WebGPU and plain JavaScript, relative to max(1, its size). */
const gradientTolerance = 1e-4
/** Largest difference of a probability of one trained network between WebGPU and WebAssembly. */
const probabilityTolerance = 1e-5
/** Largest difference of a weight after ten steps of Adam at rate 0.03. */
const weightTolerance = 1e-3

/** Gradients of Σ c · f(x) with respect to every input. */
const slopes = (tf: TensorFlow, { apply, shapes }: Case, seed: string): Array<Tensor> =>
  tf.tidy(() => {
    const inputs = shapes.map((shape, index) => {
      const size = shape.reduce((a, b) => a * b, 1)
      return tf.tensor(draw(`${seed}/${index}`, size), [...shape])
    })
    return tf.grads((...xs: Array<Tensor>) => {
      const y = apply(tf, xs)
      return tf.sum<Tensor>(tf.mul(y, tf.tensor(draw(seed, y.size), y.shape)))
    })(inputs)
  })

const read = (tf: TensorFlow, tensors: Array<Tensor>) =>
  Effect.promise(async () => {
    const values = await Promise.all(tensors.map((tensor) => tensor.data() as Promise<Float32Array>))
    tf.dispose(tensors)
    return values
  })

describe.runIf(isHere._tag === "Success")("WebGPU", () => {
  it.live("the gradient of every kernel is that of plain JavaScript", () =>
    Effect.gen(function* () {
      const [cpu, gpu] = [yield* runtimeOf("cpu"), yield* runtimeOf("webgpu")]
      // Else small tensors are computed by plain JavaScript after all.
      gpu.tf.env().set("WEBGPU_CPU_FORWARD", false)
      for (const [kernel, uses] of Object.entries(cases)) {
        for (const [index, use] of uses.entries()) {
          const seed = `${kernel}/${index}`
          const expected = yield* read(
            cpu.tf,
            cpu.compute(() => slopes(cpu.tf, use, seed))
          )
          const found = yield* read(
            gpu.tf,
            gpu.compute(() => slopes(gpu.tf, use, seed))
          )
          for (const [input, values] of expected.entries()) {
            for (const [i, value] of values.entries()) {
              const tolerance = gradientTolerance * Math.max(1, Math.abs(value))
              assert.closeTo(found[input]![i]!, value, tolerance, `${seed}, input ${input}, element ${i}`)
            }
          }
        }
      }
    })
  )

  it.live("ten steps of training leave no tensor, and come to the same weights as on WebAssembly", () =>
    Effect.gen(function* () {
      const [wasm, gpu] = [yield* runtimeOf("wasm"), yield* runtimeOf("webgpu")]
      // Rule 110: no weight has a gradient of 0, whose rounding Adam would turn into steps.
      const census = emptyCensus(line(1), 2)
      for (let p = 0; p < 8; p++) census.counts[2 * p + ((110 >> p) & 1)] = p + 1
      const rows = weightedRows(census, 0)
      const task = {
        rows,
        inputs: { shape: [3], values: encodePatterns(rows.patterns, 3, 2) },
        forward: ((tf, weight, x) =>
          affine(tf, weight, "out", activate(tf, "tanh", affine(tf, weight, "in", x)))) satisfies Forward,
        initialise: (seed: string) => [
          heUniform("in.kernel", [3, 16], seed),
          zeros("in.bias", [16]),
          glorotUniform("out.kernel", [16, 2], seed),
          zeros("out.bias", [2])
        ],
        settings: { learningRate: 0.03, maxSteps: 10, attempts: 1 },
        seed: "gpu"
      }
      const before = gpu.tf.memory().numTensors
      const there = yield* train({ ...task, runtime: gpu })
      assert.strictEqual(gpu.tf.memory().numTensors, before)
      const here = yield* train({ ...task, runtime: wasm })
      const start = task.initialise("gpu")
      let moved = 0
      for (const [index, { values }] of here.weights.entries()) {
        for (const [i, value] of values.entries()) {
          moved = Math.max(moved, Math.abs(value - start[index]!.values[i]!))
          assert.closeTo(there.weights[index]!.values[i]!, value, weightTolerance)
        }
      }
      assert.isAbove(moved, 100 * weightTolerance)
      const { forward, inputs } = task
      const p = yield* probabilities(gpu, { forward, weights: here.weights }, inputs)
      const q = yield* probabilities(wasm, { forward, weights: here.weights }, inputs)
      for (const [i, value] of q.entries()) assert.closeTo(p[i]!, value, probabilityTolerance)
    })
  )
})
