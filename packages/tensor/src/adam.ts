import { Effect, type Scope } from "effect"
import type { Runtime } from "./backends/Runtime.ts"
import type { Tensor } from "./TensorFlow.ts"

/** Parameters under optimisation with the running moments of their gradient; replaced in place. */
export interface Adam {
  parameters: Tensor
  firstMoment: Tensor
  secondMoment: Tensor
  step: number
}

const decay1 = 0.9
const decay2 = 0.999
const epsilon = 1e-8

/** State of the optimiser at these parameters, freed with the scope. */
export const ownedAdam = (runtime: Runtime, parameters: Float32Array): Effect.Effect<Adam, never, Scope.Scope> => {
  const { tf } = runtime
  const release = ({ firstMoment, parameters, secondMoment }: Adam) =>
    tf.dispose([parameters, firstMoment, secondMoment])
  return Effect.acquireRelease(
    Effect.sync(() => {
      const [a, b, c] = runtime.compute((): Array<Tensor> => [
        tf.tensor1d(parameters),
        tf.zeros([parameters.length]),
        tf.zeros([parameters.length])
      ])
      return { parameters: a!, firstMoment: b!, secondMoment: c!, step: 0 }
    }),
    (state) => Effect.sync(() => release(state))
  )
}

/**
 * One step of Adam on a flat parameter vector; `gradient` is called inside `tf.tidy`.
 *
 * Source: Kingma & Ba (2015), algorithm 1, with its recommended constants. On one vector it takes a
 * dozen kernels, instead of a dozen for each array as `tf.train.adam` does.
 */
export const adamStep = (
  runtime: Runtime,
  state: Adam,
  gradient: (parameters: Tensor) => Tensor,
  learningRate: number
): void => {
  const { tf } = runtime
  const step = state.step + 1
  const [parameters, firstMoment, secondMoment] = runtime.compute((): Array<Tensor> => {
    const slope = gradient(state.parameters)
    const first = tf.add(tf.mul(state.firstMoment, decay1), tf.mul(slope, 1 - decay1))
    const second = tf.add(tf.mul(state.secondMoment, decay2), tf.mul(tf.square(slope), 1 - decay2))
    const size = learningRate / (1 - decay1 ** step)
    const spread = tf.add(tf.sqrt(tf.div(second, 1 - decay2 ** step)), epsilon)
    return [tf.sub(state.parameters, tf.mul(tf.div(first, spread), size)), first, second]
  })
  tf.dispose([state.parameters, state.firstMoment, state.secondMoment])
  state.parameters = parameters!
  state.firstMoment = firstMoment!
  state.secondMoment = secondMoment!
  state.step = step
}
