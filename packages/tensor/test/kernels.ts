import { makeRandom } from "@rulescope/random"
import type { Tensor, TensorFlow } from "../src/index.ts"

/** One use of a kernel: shapes of its inputs and what is done with them. */
export interface Case {
  readonly shapes: ReadonlyArray<ReadonlyArray<number>>
  readonly apply: (tf: TensorFlow, inputs: ReadonlyArray<Tensor>) => Tensor
}

export const one = (apply: (tf: TensorFlow, x: Tensor) => Tensor, shape = [3, 4]): Case => ({
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
export const cases: Readonly<Record<string, ReadonlyArray<Case>>> = {
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
  Sin: [one((tf, x) => tf.sin(x))],
  Cos: [one((tf, x) => tf.cos(x))],
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

/** Numbers in ±[0.5, 2], away from kinks and poles at 0. */
export const draw = (seed: string, size: number): Float32Array => {
  const random = makeRandom(seed)
  return Float32Array.from({ length: size }, () => (0.5 + 1.5 * random.uniform()) * (random.below(2) === 0 ? -1 : 1))
}
