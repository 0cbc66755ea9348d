import type { Weight } from "@rulescope/core"
import { Schema } from "effect"
import { activate, Activation } from "./activation.ts"
import { filled, zeros } from "./initialise.ts"
import type { Tensor, TensorFlow } from "./TensorFlow.ts"

/**
 * Every nonlinearity, with those that learn parameters of their own for each channel: `prelu` a slope below zero,
 * `poly2` the coefficients of a + b·x + c·x².
 */
export const ParametricActivation = Schema.Literals([...Activation.literals, "prelu", "poly2"])
export type ParametricActivation = typeof ParametricActivation.Type

/**
 * Parameters of the nonlinearity after layer `name`, none for most: a slope of 0.25, and the expansion of silu
 * about 0, x/2 + x²/4.
 *
 * Source: He et al. (2015), Delving Deep into Rectifiers, section 2.1, for prelu.
 */
export const activationWeights = (
  activation: ParametricActivation,
  name: string,
  width: number
): ReadonlyArray<Weight> => {
  if (activation === "prelu") return [filled(`${name}.slope`, [width], 0.25)]
  if (activation !== "poly2") return []
  return [
    zeros(`${name}.constant`, [width]),
    filled(`${name}.linear`, [width], 0.5),
    filled(`${name}.square`, [width], 0.25)
  ]
}

/** Applies the nonlinearity after layer `name`, its channels along the last axis. */
export const activateLayer = (
  tf: TensorFlow,
  activation: ParametricActivation,
  weight: (name: string) => Tensor,
  name: string,
  x: Tensor
): Tensor => {
  if (activation === "prelu") return tf.prelu(x, weight(`${name}.slope`))
  if (activation !== "poly2") return activate(tf, activation, x)
  const steep = tf.add(tf.mul(x, weight(`${name}.square`)), weight(`${name}.linear`))
  return tf.add(tf.mul(x, steep), weight(`${name}.constant`))
}
