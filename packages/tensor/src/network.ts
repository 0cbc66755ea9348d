import type { Weight } from "@rulescope/core"
import type { Runtime } from "./backends/Runtime.ts"
import type { Tensor, TensorFlow } from "./TensorFlow.ts"

/** Weights by name, as tensors. */
export type Lookup = (name: string) => Tensor

/** A differentiable network: weights and inputs (first axis: rows) to outputs, whose first axis are the rows too. */
export type Forward = (tf: TensorFlow, weight: Lookup, inputs: Tensor) => Tensor

/** Rows as plain numbers, row-major; `shape` is that of one row. */
export interface Inputs {
  readonly shape: ReadonlyArray<number>
  readonly values: Float32Array
}

export const inputTensor = ({ tf }: Runtime, { shape, values }: Inputs): Tensor => {
  const size = shape.reduce((product, length) => product * length, 1)
  return tf.tensor(values, [values.length / size, ...shape])
}

const sizeOf = (shape: ReadonlyArray<number>): number => shape.reduce((product, length) => product * length, 1)

/** All weights one after another: the optimiser then updates one vector instead of many arrays. */
export const flatten = (weights: ReadonlyArray<Weight>): Float32Array => {
  const flat = new Float32Array(weights.reduce((sum, { values }) => sum + values.length, 0))
  let at = 0
  for (const { values } of weights) {
    flat.set(values, at)
    at += values.length
  }
  return flat
}

/** The arrays of `like` with values from a flat vector. */
export const unflatten = (flat: Float32Array, like: ReadonlyArray<Weight>): ReadonlyArray<Weight> => {
  let at = 0
  return like.map(({ name, shape, values }) => ({ name, shape, values: flat.slice(at, (at += values.length)) }))
}

/** Views of a flat tensor in the shapes of `like`. */
export const views = (tf: TensorFlow, flat: Tensor, like: ReadonlyArray<Weight>): Array<Tensor> => {
  let at = 0
  return like.map(({ shape }) => {
    const size = sizeOf(shape)
    const view = tf.reshape(tf.slice(flat, [at], [size]), [...shape])
    at += size
    return view
  })
}

/** Looks tensors up by the names of `like`. */
export const named = (like: ReadonlyArray<Weight>, tensors: ReadonlyArray<Tensor>): Lookup => {
  const byName = new Map(like.map(({ name }, index) => [name, tensors[index]!] as const))
  return (name) => {
    const tensor = byName.get(name)
    if (tensor === undefined) throw new Error(`the network has no weight "${name}"`)
    return tensor
  }
}

/** `x · <name>.kernel + <name>.bias`: a 1×1 convolution on rows. */
export const affine = (tf: TensorFlow, weight: Lookup, name: string, x: Tensor): Tensor =>
  tf.add(tf.matMul(x, weight(`${name}.kernel`)), weight(`${name}.bias`))
