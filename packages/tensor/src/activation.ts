import { differentiable } from "./differentiable.ts"
import { Schema } from "effect"
import type { Tensor, TensorFlow } from "./TensorFlow.ts"

/** Nonlinearities without parameters; `elu` is CELU with α = 1, `leaky-relu` has slope 0.1 below zero. */
export const Activation = Schema.Literals(["relu", "leaky-relu", "elu", "silu", "tanh", "sigmoid", "square"])
export type Activation = typeof Activation.Type

/** x · sigmoid(x), differentiated as one operation: half the kernels of the composed gradient. */
const silu = (tf: TensorFlow, x: Tensor): Tensor =>
  differentiable(
    tf,
    x,
    (save) => {
      const gate = tf.sigmoid(x)
      const value = tf.mul(x, gate)
      save([gate, value])
      return value
    },
    // σ + xσ(1 - σ) = σ(1 - y) + y
    (dy, [s, y]) => tf.mul(dy, tf.add(tf.mul(s!, tf.sub(1, y!)), y!))
  )

const functions: Readonly<Record<Activation, (tf: TensorFlow, x: Tensor) => Tensor>> = {
  relu: (tf, x) => tf.relu(x),
  "leaky-relu": (tf, x) => tf.leakyRelu(x, 0.1),
  elu: (tf, x) => tf.elu(x),
  silu,
  tanh: (tf, x) => tf.tanh(x),
  sigmoid: (tf, x) => tf.sigmoid(x),
  square: (tf, x) => tf.square(x)
}

/** Applies a nonlinearity to every element. */
export const activate = (tf: TensorFlow, activation: Activation, x: Tensor): Tensor => functions[activation](tf, x)
