import { makeRandom } from "@rulescope/automata"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { gradients } from "../src/gradients/register.ts"
import { loadTensorFlow } from "../src/TensorFlow.ts"
import type { Tensor, TensorFlow } from "../src/index.ts"
import { activate, Activation } from "../src/index.ts"
import { everywhere, runtimeOf } from "./backends.ts"

interface Case {
  readonly shapes: ReadonlyArray<ReadonlyArray<number>>
  readonly apply: (tf: TensorFlow, inputs: ReadonlyArray<Tensor>) => Tensor
}

const one = (apply: (tf: TensorFlow, x: Tensor) => Tensor, shape = [3, 4]): Case => ({
  shapes: [shape],
  apply: (tf, [x]) => apply(tf, x!)
})
const two = (apply: (tf: TensorFlow, a: Tensor, b: Tensor) => Tensor, ...shapes: Array<Array<number>>): Case => ({
  shapes,
  apply: (tf, [a, b]) => apply(tf, a!, b!)
})
const matMul = (turnA: boolean, turnB: boolean) =>
  two((tf, a, b) => tf.matMul(a, b, turnA, turnB), turnA ? [4, 3] : [3, 4], turnB ? [2, 4] : [4, 2])

/** One or more uses of every kernel; inputs lie in ±[0.5, 2], away from kinks and poles at 0. */
const cases: Readonly<Record<string, ReadonlyArray<Case>>> = {
  BatchMatMul: [
    matMul(false, false),
    matMul(true, false),
    matMul(false, true),
    matMul(true, true),
    two((tf, a, b) => tf.matMul(a, b), [2, 3, 4], [2, 4, 2])
  ],
  Add: [two((tf, a, b) => tf.add(a, b), [3, 4], [4]), two((tf, a, b) => tf.add(a, b), [3, 1], [3, 4])],
  Sub: [two((tf, a, b) => tf.sub(a, b), [3, 4], [4])],
  Multiply: [two((tf, a, b) => tf.mul(a, b), [2, 3, 4], [3, 1])],
  RealDiv: [two((tf, a, b) => tf.div(a, b), [4], [3, 4])],
  Neg: [one((tf, x) => tf.neg(x))],
  Square: [one((tf, x) => tf.square(x))],
  Exp: [one((tf, x) => tf.exp(x))],
  Log: [one((tf, x) => tf.log(tf.mul(x, x)))],
  Relu: [one((tf, x) => tf.relu(x))],
  Tanh: [one((tf, x) => tf.tanh(x))],
  Sigmoid: [one((tf, x) => tf.sigmoid(x))],
  Elu: [one((tf, x) => tf.elu(x))],
  LeakyRelu: [one((tf, x) => tf.leakyRelu(x, 0.3))],
  Prelu: [two((tf, x, alpha) => tf.prelu(x, alpha), [3, 4], [4])],
  Sum: [one((tf, x) => tf.sum(x, 1)), one((tf, x) => tf.sum(x, [0, 2], true), [2, 3, 4]), one((tf, x) => tf.sum(x))],
  Mean: [one((tf, x) => tf.mean(x, 0)), one((tf, x) => tf.mean(x, [-1], true), [2, 3, 4])],
  Max: [one((tf, x) => tf.max(x, 1)), one((tf, x) => tf.max(x, [0, 1], true))],
  Identity: [one((tf, x) => tf.clone(x))],
  Reshape: [one((tf, x) => tf.reshape(x, [2, 6]))],
  Transpose: [one((tf, x) => tf.transpose(x, [1, 2, 0]), [2, 3, 4])],
  Slice: [one((tf, x) => tf.slice(x, [1, 0], [2, 3]))],
  Concat: [
    two((tf, a, b) => tf.concat([a, b], 1), [3, 2], [3, 4]),
    two((tf, a, b) => tf.concat([a, b], -1), [3, 2], [3, 1])
  ],
  GatherV2: [
    one((tf, x) => tf.gather(x, tf.tensor1d([2, 0, 2, 1], "int32"))),
    one((tf, x) => tf.gather(x, tf.tensor2d([2, 0, 2, 1], [2, 2], "int32")), [3])
  ]
}

/** Central differences of Σ c · f(x), one input element at a time, against the registered gradient. */
const compare = (tf: TensorFlow, { apply, shapes }: Case, seed: string) => {
  const random = makeRandom(seed)
  const draw = (size: number) =>
    Float32Array.from({ length: size }, () => (0.5 + 1.5 * random.uniform()) * (random.below(2) === 0 ? -1 : 1))
  const values = shapes.map((shape) => draw(shape.reduce((a, b) => a * b, 1)))
  const tensors = () => values.map((value, index) => tf.tensor(value, [...shapes[index]!]))
  const factors = draw(tf.tidy(() => apply(tf, tensors()).size as unknown as Tensor) as unknown as number)
  const dot = (inputs: ReadonlyArray<Tensor>) => {
    const y = apply(tf, inputs)
    return tf.sum<Tensor>(tf.mul(y, tf.tensor(factors, y.shape)))
  }
  const exact = tf.tidy(() => tf.grads((...inputs: Array<Tensor>) => dot(inputs))(tensors())).map((g) => g.dataSync())
  const step = 1 / 128
  for (const [input, value] of values.entries()) {
    for (let i = 0; i < value.length; i++) {
      const at = (offset: number) => {
        const kept = value[i]!
        value[i] = kept + offset
        const result = tf.tidy<number>(() => dot(tensors()).dataSync()[0]!)
        value[i] = kept
        return result
      }
      const slope = (at(step) - at(-step)) / (2 * step)
      assert.closeTo(exact[input]![i]!, slope, 0.01 * Math.max(1, Math.abs(slope)), `input ${input}, element ${i}`)
    }
  }
}

it.effect("every registered gradient has a case, and every case runs its kernel", () =>
  Effect.gen(function* () {
    const { tf } = yield* runtimeOf("cpu")
    assert.deepStrictEqual(Object.keys(cases).sort(), Object.keys(gradients(tf)).sort())
    for (const [kernel, uses] of Object.entries(cases)) {
      for (const { apply, shapes } of uses) {
        const { kernelNames } = yield* Effect.promise(() =>
          tf.profile(
            () =>
              tf.tidy(() =>
                apply(
                  tf,
                  shapes.map((shape) => tf.ones([...shape]))
                )
              ) as never
          )
        )
        assert.include(kernelNames, kernel)
      }
    }
  })
)

describe.each(everywhere)("on %s", (backend) => {
  for (const [kernel, uses] of Object.entries(cases)) {
    it.effect(`the gradient of ${kernel} is the slope`, () =>
      Effect.gen(function* () {
        const { tf } = yield* runtimeOf(backend)
        yield* Effect.promise(() => tf.setBackend(backend))
        for (const [index, use] of uses.entries()) compare(tf, use, `${kernel}/${index}`)
      })
    )
  }

  for (const activation of Activation.literals) {
    it.effect(`the gradient of ${activation} is the slope`, () =>
      Effect.gen(function* () {
        const { tf } = yield* runtimeOf(backend)
        yield* Effect.promise(() => tf.setBackend(backend))
        compare(
          tf,
          one((tf, x) => activate(tf, activation, x)),
          activation
        )
      })
    )
  }
})

it.effect("tied maxima share the gradient evenly", () =>
  Effect.gen(function* () {
    const { tf } = yield* runtimeOf("cpu")
    const shares = tf.tidy(() =>
      tf
        .grad((x) => tf.max<Tensor>(x))(tf.tensor1d([1, 3, 3, 2]))
        .dataSync()
    )
    assert.deepStrictEqual([...(shares as unknown as Float32Array)], [0, 0.5, 0.5, 0])
  })
)

it("loading twice is loading once", async () => {
  assert.strictEqual(await loadTensorFlow(), await loadTensorFlow())
})
