import type { Tensor, TensorFlow } from "@rulescope/tensor"

/** Copies of rows: row m of the copy is row `index[m]`. */
export interface Spread {
  readonly copies: number
  readonly rows: number
  /** 0 and 1, `matrix[m * rows + index[m]]` = 1. */
  readonly matrix: Float32Array
}

export const makeSpread = (index: ArrayLike<number>, rows: number): Spread => {
  const matrix = new Float32Array(index.length * rows)
  for (let m = 0; m < index.length; m++) matrix[m * rows + index[m]!] = 1
  return { copies: index.length, rows, matrix }
}

/**
 * Gathers rows of a matrix: `[rows, n]` to `[copies, n]`, exactly.
 *
 * As a product with a matrix of zeros and ones: on WebAssembly the gather kernel takes ten times as long, and its
 * gradient a segment sum, for which there is no kernel.
 */
export const spread = (tf: TensorFlow, { copies, matrix, rows }: Spread, x: Tensor): Tensor => {
  // The WebAssembly backend of TensorFlow.js 4.22 packs a right factor once for its buffer, whatever its shape: a
  // reshaped tensor that was a factor before gives garbage. A product with 1 has a buffer of its own.
  const fresh = tf.mul(x, 1)
  return tf.matMul(tf.tensor2d(matrix, [copies, rows]), fresh)
}
