import type { Tensor, TensorFlow } from "../TensorFlow.ts"
import { sumTo } from "./broadcast.ts"
import type { Gradient } from "./register.ts"

/** A gradient that follows from the output alone. */
const fromOutput = (derive: (dy: Tensor, y: Tensor) => Tensor): Gradient => ({
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({ x: () => derive(dy as Tensor, y!) })
})

export const activationGradients = (tf: TensorFlow): Readonly<Record<string, Gradient>> => ({
  Relu: fromOutput((dy, y) => tf.mul(dy, tf.step(y))),
  Tanh: fromOutput((dy, y) => tf.mul(dy, tf.sub(1, tf.square(y)))),
  Sigmoid: fromOutput((dy, y) => tf.mul(dy, tf.mul(y, tf.sub(1, y)))),
  // y + 1 = eˣ below zero
  Elu: fromOutput((dy, y) => tf.mul(dy, tf.where(tf.greater(y, 0), tf.onesLike(y), tf.add(y, 1)))),
  LeakyRelu: {
    inputsToSave: ["x"],
    gradFunc: (dy, [x], { alpha }) => ({ x: () => tf.mul(dy as Tensor, tf.step(x!, alpha as number)) })
  },
  Prelu: {
    inputsToSave: ["x", "alpha"],
    gradFunc: (dy, [x, alpha]) => {
      const below = tf.cast(tf.lessEqual(x!, 0), "float32")
      return {
        x: () => tf.mul(dy as Tensor, tf.add(tf.step(x!), tf.mul(below, alpha!))),
        alpha: () => sumTo(tf, tf.mul(dy as Tensor, tf.mul(below, x!)), alpha!.shape)
      }
    }
  }
})
