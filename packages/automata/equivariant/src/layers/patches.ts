import type { Action, FiniteGroup } from "@rulescope/lattice"
import { differentiable, type Tensor, type TensorFlow } from "@rulescope/tensor"
import { makeSpread, spread, type Spread } from "./spread.ts"

/**
 * Layers on patches. Features have shape order × patches × channels, one slice for each element of the group. The
 * slice of g for a patch moved by k is the slice of g k for the patch itself: numbers are computed alike and only
 * change places, so equivariance holds bit for bit, not up to rounding.
 */

const shapeOf = (features: Tensor): readonly [order: number, patches: number, channels: number] =>
  features.shape as [number, number, number]

/** The lifting convolution: patches as `lookAt` gives them, element outside, times one filter `[inputs, out]`. */
export const liftPatches = (tf: TensorFlow, seen: Tensor, filter: Tensor, bias: Tensor): Tensor => {
  const [order, patches, inputs] = shapeOf(seen)
  const lifted = tf.add(tf.matMul(tf.reshape(seen, [order * patches, inputs]), filter), bias)
  return tf.reshape(lifted, [order, patches, filter.shape[1]!])
}

/** For place (g, u), `u g`: what element g reads with weight u. */
export const regularSpread = ({ order, product }: FiniteGroup): Spread =>
  makeSpread(
    Array.from({ length: order * order }, (_, place) => product[(place % order) * order + Math.floor(place / order)]!),
    order
  )

/**
 * The group convolution without spatial extent: out[g] = bias + Σ_u weights[u] · in[u g], weights
 * `[order · in, out]`.
 */
export const mixPatches = (
  tf: TensorFlow,
  regular: Spread,
  features: Tensor,
  weights: Tensor,
  bias: Tensor
): Tensor => {
  const [order, patches, channels] = shapeOf(features)
  const copies = spread(tf, regular, tf.reshape(features, [order, patches * channels]))
  const read = tf.transpose(tf.reshape(copies, [order, order, patches, channels]), [0, 2, 1, 3])
  const mixed = tf.add(tf.matMul(tf.reshape(read, [order * patches, order * channels]), weights), bias)
  return tf.reshape(mixed, [order, patches, weights.shape[1]!])
}

/**
 * For place (g, i, u) of an action, the feature of element u g at cell gⁱ of i: what element g reads with weight
 * (i, u). With a cell alone it is `regularSpread`.
 */
export const convolvedSpread = ({ cells, group, permutations }: Action): Spread => {
  const { order, product } = group
  const area = cells.offsets.length
  const index = new Int32Array(order * area * order)
  for (let g = 0; g < order; g++) {
    for (let i = 0; i < area; i++) {
      for (let u = 0; u < order; u++) {
        index[(g * area + i) * order + u] = product[u * order + g]! * area + permutations[g]![i]!
      }
    }
  }
  return makeSpread(index, order * area)
}

/**
 * The group convolution at the middle of a patch: out[g] = bias + Σ_i,u weights[i, u] · in[g·i, u g] over the cells i of
 * an action, features order × (patches · cells) × channels, weights `[cells · order · in, out]`.
 */
export const convolvePatches = (
  tf: TensorFlow,
  convolved: Spread,
  features: Tensor,
  weights: Tensor,
  bias: Tensor
): Tensor => {
  const [order, wide, channels] = shapeOf(features)
  const area = convolved.rows / order
  const patches = wide / area
  const byCell = tf.transpose(tf.reshape(features, [order, patches, area, channels]), [0, 2, 1, 3])
  const copies = spread(tf, convolved, tf.reshape(byCell, [order * area, patches * channels]))
  const read = tf.transpose(tf.reshape(copies, [order, area * order, patches, channels]), [0, 2, 1, 3])
  const mixed = tf.add(tf.matMul(tf.reshape(read, [order * patches, area * order * channels]), weights), bias)
  return tf.reshape(mixed, [order, patches, weights.shape[1]!])
}

/**
 * The mean over the group, order × patches × channels to patches × channels.
 *
 * Added up by folding halves onto each other: with the numbering of `FiniteGroup` each fold adds the elements of a
 * coset, and floating-point addition commutes, so a moved patch has the same sum in every bit. The order has to be
 * a power of two.
 */
export const poolGroup = (tf: TensorFlow, features: Tensor): Tensor => {
  const [order, patches, channels] = shapeOf(features)
  return differentiable(
    tf,
    features,
    () => {
      let folded = features
      for (let half = order / 2; half >= 1; half /= 2) {
        const halves = [0, half].map((begin) => tf.slice(folded, [begin, 0, 0], [half, patches, channels]))
        folded = tf.add(halves[0]!, halves[1]!)
      }
      return tf.mul(tf.reshape(folded, [patches, channels]), 1 / order)
    },
    (dy) => tf.mul(tf.ones([order, 1, 1]), tf.mul(dy, 1 / order))
  )
}
