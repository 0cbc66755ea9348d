import type { Tensor, TensorFlow } from "../TensorFlow.ts"

/**
 * Sum over the rows of a matrix. On WebAssembly a product with ones, which adds in the same order: `tf.sum` turns the
 * matrix first and takes four to sixty times as long.
 */
const sumOfRows = (tf: TensorFlow, matrix: Tensor): Tensor =>
  tf.getBackend() === "wasm" ? tf.matMul(tf.ones([1, matrix.shape[0]]), matrix) : tf.sum(matrix, 0, true)

/** Adds up the axes along which a value of this shape was repeated. */
export const sumTo = (tf: TensorFlow, repeated: Tensor, shape: ReadonlyArray<number>): Tensor => {
  const leading = repeated.rank - shape.length
  const axes = repeated.shape.flatMap((size, axis) =>
    axis < leading || (shape[axis - leading] === 1 && size !== 1) ? [axis] : []
  )
  const rows = repeated.rank === 2 && axes.length === 1 && axes[0] === 0
  const total = axes.length === 0 ? repeated : rows ? sumOfRows(tf, repeated) : tf.sum(repeated, axes, true)
  return tf.reshape(total, [...shape])
}

/** A reduced value with the reduced axes put back at length 1; `axes` as kernels hold them, null for all. */
export const restoreAxes = (tf: TensorFlow, reduced: Tensor, shape: ReadonlyArray<number>, axes: unknown): Tensor => {
  const listed = Array.isArray(axes) ? (axes as Array<number>) : typeof axes === "number" ? [axes] : shape.keys()
  const dropped = new Set(Array.from(listed, (axis) => (axis < 0 ? axis + shape.length : axis)))
  return tf.reshape(
    reduced,
    shape.map((size, axis) => (dropped.has(axis) ? 1 : size))
  )
}
