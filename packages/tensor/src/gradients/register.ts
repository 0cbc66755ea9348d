import type { GradConfig } from "@tensorflow/tfjs-core"
import type { TensorFlow } from "../TensorFlow.ts"
import { activationGradients } from "./activation.ts"
import { arithmeticGradients } from "./arithmetic.ts"
import { reductionGradients } from "./reduction.ts"
import { shapeGradients } from "./shape.ts"

/** Derivatives of one kernel, without its name. */
export type Gradient = Omit<GradConfig, "kernelName">

/** Every kernel that a backbone may differentiate. */
export const gradients = (tf: TensorFlow): Readonly<Record<string, Gradient>> => ({
  ...arithmeticGradients(tf),
  ...activationGradients(tf),
  ...reductionGradients(tf),
  ...shapeGradients(tf)
})

/**
 * Makes the kernels of the core differentiable.
 *
 * The core ships its gradients only as files that Node cannot import (no file endings), or inside the
 * union package `@tensorflow/tfjs`, which brings 55 more packages; hence our own, from kernels that every
 * backend has. Gradients that are already registered stay.
 */
export const registerGradients = (tf: TensorFlow): void => {
  for (const [kernelName, gradient] of Object.entries(gradients(tf))) {
    if (tf.getGradient(kernelName) === undefined) tf.registerGradient({ kernelName, ...gradient })
  }
}
