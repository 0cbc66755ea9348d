import type { Tensor, TensorFlow } from "../TensorFlow.ts"

/** Rows of a block that is turned in one piece. */
const block = 64
/** Rows whose multiples lie so far apart that they take each other's place in the cache: 1 kB. */
const clash = 256

/**
 * A matrix with its last two axes exchanged. On WebAssembly matrices with 256 rows, 512 (all patterns of nine cells)
 * and so on are turned in blocks: in one go their columns drive each other out of the cache, which takes seven times
 * as long.
 */
export const turn = (tf: TensorFlow, x: Tensor): Tensor => {
  const [rows = 1, columns = 1] = x.shape
  if (x.rank === 2 && rows % clash === 0 && tf.getBackend() === "wasm") {
    const blocks = tf.transpose(tf.reshape(x, [rows / block, block, columns]), [0, 2, 1])
    return tf.reshape(tf.transpose(blocks, [1, 0, 2]), [columns, rows])
  }
  const axes = x.shape.map((_, axis) => axis)
  return tf.transpose(x, [...axes.slice(0, -2), axes.at(-1)!, axes.at(-2)!])
}
