import type { Tensor, TensorFlow } from "../TensorFlow.ts"
import { restoreAxes } from "./broadcast.ts"
import type { Gradient } from "./register.ts"

export const reductionGradients = (tf: TensorFlow): Readonly<Record<string, Gradient>> => ({
  Sum: {
    inputsToSave: ["x"],
    gradFunc: (dy, [x], { axis }) => ({
      x: () => tf.mul(restoreAxes(tf, dy as Tensor, x!.shape, axis), tf.onesLike(x!))
    })
  },
  Mean: {
    inputsToSave: ["x"],
    gradFunc: (dy, [x], { axis }) => ({
      x: () => {
        const restored = restoreAxes(tf, dy as Tensor, x!.shape, axis)
        return tf.mul(restored, tf.fill(x!.shape, restored.size / x!.size))
      }
    })
  },
  // Ties share the gradient evenly. Departs from TensorFlow.js, which gives all of it to each of them.
  Max: {
    inputsToSave: ["x"],
    outputsToSave: [true],
    gradFunc: (dy, [x, y], { reductionIndices }) => ({
      x: () => {
        const axes = reductionIndices as Array<number>
        const winners = tf.cast(tf.equal(x!, restoreAxes(tf, y!, x!.shape, axes)), "float32")
        const share = tf.div(winners, tf.sum(winners, axes, true))
        return tf.mul(share, restoreAxes(tf, dy as Tensor, x!.shape, axes))
      }
    })
  }
})
