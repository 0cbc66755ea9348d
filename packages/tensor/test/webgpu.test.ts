import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import {
  activate,
  affine,
  descend,
  evaluate,
  type Forward,
  glorotUniform,
  heUniform,
  type Runtime,
  type Tensor,
  type TensorFlow,
  zeros
} from "../src/index.ts"
import { runtimeOf } from "./backends.ts"
import { type Case, cases, draw } from "./kernels.ts"

const isHere = await Effect.runPromise(Effect.exit(runtimeOf("webgpu")))

/** Largest difference of a gradient between WebGPU and plain JavaScript, relative to max(1, its size). */
const gradientTolerance = 1e-4

/** The language of WebGPU lets sines and cosines err by 2^-11, absolutely (WGSL, accuracy of built-in functions). */
const ofTrigonometry = 2 ** -11
/** Largest difference of an output of one trained network between WebGPU and WebAssembly. */
const outputTolerance = 1e-5
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

const start = [
  heUniform("in.kernel", [3, 16], "gpu"),
  zeros("in.bias", [16]),
  glorotUniform("out.kernel", [16, 2], "gpu"),
  zeros("out.bias", [2])
]
const forward: Forward = (tf, weight, x) => affine(tf, weight, "out", activate(tf, "tanh", affine(tf, weight, "in", x)))
const inputs = { shape: [3], values: draw("inputs", 24) }
// No weight has a gradient of 0, whose rounding Adam would turn into steps.
const targets = draw("targets", 16)

/** Ten steps down the squared distance from the targets. */
const tenSteps = (runtime: Runtime) =>
  descend(
    (tf, weight, [x, y]: readonly [Tensor, Tensor]) => tf.mean(tf.square(tf.sub(forward(tf, weight, x), y))),
    () => [runtime.tf.tensor2d(inputs.values, [8, 3]), runtime.tf.tensor2d(targets, [8, 2])] as const,
    {
      runtime,
      start,
      maxSteps: 10,
      rate: () => 0.03,
      look: () => Effect.void,
      isOver: () => false,
      progress: () => Effect.void
    }
  )

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
              const relative = ["Sin", "Cos"].includes(kernel) ? ofTrigonometry : gradientTolerance
              const tolerance = relative * Math.max(1, Math.abs(value))
              assert.closeTo(found[input]![i]!, value, tolerance, `${seed}, input ${input}, element ${i}`)
            }
          }
        }
      }
    })
  )

  it.live("ten steps down a loss leave no tensor, and come to the same weights as on WebAssembly", () =>
    Effect.gen(function* () {
      const [wasm, gpu] = [yield* runtimeOf("wasm"), yield* runtimeOf("webgpu")]
      const before = gpu.tf.memory().numTensors
      const there = yield* tenSteps(gpu)
      assert.strictEqual(gpu.tf.memory().numTensors, before)
      const here = yield* tenSteps(wasm)
      let moved = 0
      for (const [index, { values }] of here.weights.entries()) {
        for (const [i, value] of values.entries()) {
          moved = Math.max(moved, Math.abs(value - start[index]!.values[i]!))
          assert.closeTo(there.weights[index]!.values[i]!, value, weightTolerance)
        }
      }
      assert.isAbove(moved, 100 * weightTolerance)
      const p = yield* evaluate(gpu, { forward, weights: here.weights }, inputs)
      const q = yield* evaluate(wasm, { forward, weights: here.weights }, inputs)
      for (const [i, value] of q.entries()) assert.closeTo(p[i]!, value, outputTolerance)
    })
  )
})
