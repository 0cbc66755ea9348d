import type { Weight } from "@rulescope/core"
import { type Adam, adamStep } from "./adam.ts"
import type { Runtime } from "./backends/Runtime.ts"
import { differentiate, type Loss } from "./loss.ts"
import { views } from "./network.ts"

/** One step down a loss; `data` is called inside `tf.tidy`. */
export const optimiserStep = <D>(
  runtime: Runtime,
  loss: Loss<D>,
  data: () => D,
  like: ReadonlyArray<Weight>,
  adam: Adam,
  rate: number
): void => {
  const { tf } = runtime
  adamStep(
    runtime,
    adam,
    (parameters) => {
      const { grads } = differentiate(tf, loss, like, views(tf, parameters, like), data())
      return tf.concat1d(grads.map((gradient) => tf.reshape(gradient, [gradient.size])))
    },
    rate
  )
}
