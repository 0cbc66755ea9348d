import type { Action, FiniteGroup, Neighbourhood } from "@rulescope/lattice"
import type { Tensor, TensorFlow } from "@rulescope/tensor"
import type { Views } from "../views.ts"
import { makeSpread, spread, type Spread } from "./spread.ts"
import { poolGroup } from "./patches.ts"

/**
 * Layers on whole circular grids, for receptive fields whose patterns are too many to tabulate. Inputs have shape
 * `[grids, height, width, channels]`, features `[grids, height, width, order · channels]` with the group outside.
 * Weights are stored once and expanded to one matrix per layer. Slices, joins and matrix products only: the
 * WebAssembly backend has no gradient for `conv2d`.
 */

type Shape = [grids: number, height: number, width: number, channels: number]

const wrap = (tf: TensorFlow, x: Tensor, axis: 1 | 2, radius: number): Tensor => {
  const size = x.shape[axis]!
  const begin = [0, 0, 0, 0]
  const part = (from: number, count: number): Tensor => {
    const [at, extent] = [[...begin], [...x.shape]]
    at[axis] = from
    extent[axis] = count
    return tf.slice(x, at, extent)
  }
  return tf.concat([part(size - radius, radius), x, part(0, radius)], axis)
}

/** What each cell of a torus sees: `[grids · height · width, cells · channels]`. Needs sides of at least the radius. */
export const circularPatches = (tf: TensorFlow, { offsets, radius }: Neighbourhood, x: Tensor): Tensor => {
  const [grids, height, width, channels] = x.shape as Shape
  const padded = radius === 0 ? x : wrap(tf, wrap(tf, x, 1, radius), 2, radius)
  const seen = offsets.map(([dx, dy]) =>
    tf.slice(padded, [0, radius + dy, radius + dx, 0], [grids, height, width, channels])
  )
  return tf.reshape(tf.concat(seen, 3), [grids * height * width, offsets.length * channels])
}

/** `[cells · in, order · out]` from the stored filter `[size · in, out]`. */
const expandFilter = (tf: TensorFlow, { cells, group, matrix, size }: Views, filter: Tensor): Tensor => {
  const area = cells.offsets.length
  const channels = filter.shape[0] / size
  const out = filter.shape[1]!
  const seen = { copies: group.order * area, rows: size, matrix }
  const expanded = spread(tf, seen, tf.reshape(filter, [size, channels * out]))
  const byElement = tf.reshape(expanded, [group.order, area, channels, out])
  return tf.reshape(tf.transpose(byElement, [1, 2, 0, 3]), [area * channels, group.order * out])
}

/** Adds the same bias to every element of the group. */
const addBias = (tf: TensorFlow, order: number, features: Tensor, bias: Tensor): Tensor => {
  const [rows, wide] = features.shape as [number, number]
  return tf.reshape(tf.add(tf.reshape(features, [rows * order, wide / order]), bias), [rows, wide])
}

/** The lifting convolution on grids: `filter` as for `liftPatches`. */
export const liftGrids = (tf: TensorFlow, views: Views, x: Tensor, filter: Tensor, bias: Tensor): Tensor => {
  const [grids, height, width] = x.shape as Shape
  const { order } = views.group
  const features = tf.matMul(circularPatches(tf, views.cells, x), expandFilter(tf, views, filter))
  return tf.reshape(addBias(tf, order, features, bias), [grids, height, width, order * bias.size])
}

/** For place (g, j, h), the stored weight (i, u) with cell j = gⁱ of i and h = u g. */
export const convolutionSpread = ({ cells, group, permutations }: Action): Spread => {
  const { order, product } = group
  const area = cells.offsets.length
  const index = new Int32Array(order * area * order)
  for (let g = 0; g < order; g++) {
    for (let i = 0; i < area; i++) {
      for (let u = 0; u < order; u++) {
        const h = product[u * order + g]!
        index[(g * area + permutations[g]![i]!) * order + h] = i * order + u
      }
    }
  }
  return makeSpread(index, area * order)
}

/**
 * The group convolution on grids: out[z, g] = bias + Σ_i,u weights[i, u] · in[z + g·i, u g] over the cells i of the
 * action's neighbourhood; weights `[cells · order · in, out]`. On a neighbourhood of the cell alone it is
 * `mixPatches`.
 */
export const convolveGrids = (
  tf: TensorFlow,
  { cells, group }: Action,
  turned: Spread,
  features: Tensor,
  weights: Tensor,
  bias: Tensor
): Tensor => {
  const { order } = group
  const [grids, height, width, wide] = features.shape as Shape
  const [area, channels, out] = [cells.offsets.length, wide / order, weights.shape[1]!]
  const expanded = tf.reshape(spread(tf, turned, tf.reshape(weights, [area * order, channels * out])), [
    order,
    area * order * channels,
    out
  ])
  const matrix = tf.reshape(tf.transpose(expanded, [1, 0, 2]), [area * wide, order * out])
  const summed = tf.matMul(circularPatches(tf, cells, features), matrix)
  return tf.reshape(addBias(tf, order, summed, bias), [grids, height, width, order * out])
}

/** The mean over the group at every cell: `[grids · height · width, channels]`. */
export const poolGrids = (tf: TensorFlow, { order }: FiniteGroup, features: Tensor): Tensor => {
  const [grids, height, width, wide] = features.shape as Shape
  const byCell = tf.reshape(features, [grids * height * width, order, wide / order])
  return poolGroup(tf, tf.transpose(byCell, [1, 0, 2]))
}
