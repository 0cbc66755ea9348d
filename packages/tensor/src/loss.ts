import type { Weight } from "@rulescope/core"
import { Effect } from "effect"
import type { Runtime } from "./backends/Runtime.ts"
import { type Lookup, named } from "./network.ts"
import type { Tensor, TensorFlow } from "./TensorFlow.ts"

/**
 * What a descent makes small: a scalar, differentiable with respect to the weights that it looks up. Only its slope is
 * of use to a step, so it may save itself the value.
 */
export type Loss<D> = (tf: TensorFlow, weight: Lookup, data: D) => Tensor

/** Loss and its gradient with respect to each of `tensors`, which are the weights in the order of `like`. */
export const differentiate = <D>(
  tf: TensorFlow,
  loss: Loss<D>,
  like: ReadonlyArray<Weight>,
  tensors: Array<Tensor>,
  data: D
): { readonly value: Tensor; readonly grads: Array<Tensor> } =>
  tf.valueAndGrads((...current: Array<Tensor>) => loss(tf, named(like, current), data))(tensors)

/** Loss and gradient at given weights as plain numbers; `data` is called where its tensors are freed afterwards. */
export const lossAndGradients = <D>(
  runtime: Runtime,
  loss: Loss<D>,
  data: () => D,
  weights: ReadonlyArray<Weight>
): Effect.Effect<{ readonly loss: number; readonly gradients: ReadonlyArray<Weight> }> => {
  const { tf } = runtime
  const compute = () =>
    runtime.compute(() => {
      const tensors = weights.map(({ shape, values }) => tf.tensor(values, [...shape]))
      const { grads, value } = differentiate(tf, loss, weights, tensors, data())
      return [value, ...grads]
    })
  const read = (tensor: Tensor) => Effect.promise(() => tensor.data() as Promise<Float32Array>)
  return Effect.acquireUseRelease(
    Effect.sync(compute),
    ([value, ...grads]) =>
      Effect.gen(function* () {
        const loss = (yield* read(value!))[0]!
        const values = yield* Effect.forEach(grads, read)
        return { loss, gradients: weights.map(({ name, shape }, i) => ({ name, shape, values: values[i]! })) }
      }),
    (tensors) => Effect.sync(() => tf.dispose(tensors))
  )
}
