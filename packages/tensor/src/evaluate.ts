import type { Weight } from "@rulescope/core"
import { Effect } from "effect"
import type { Runtime } from "./backends/Runtime.ts"
import { type Forward, inputTensor, type Inputs, named } from "./network.ts"
import { owned } from "./owned.ts"

/** Rows computed at once: bounds memory, and the time between two chances to interrupt. */
const batch = 8192

/** What a network makes of all rows of inputs, row after row. */
export const evaluate = (
  runtime: Runtime,
  { forward, weights }: { readonly forward: Forward; readonly weights: ReadonlyArray<Weight> },
  inputs: Inputs
): Effect.Effect<Float32Array> =>
  Effect.scoped(
    Effect.gen(function* () {
      const { tf } = runtime
      const tensors = yield* Effect.forEach(weights, ({ shape, values }) =>
        owned(runtime, () => tf.tensor(values, [...shape]))
      )
      const width = inputs.shape.reduce((product, length) => product * length, 1)
      const parts: Array<Float32Array> = []
      for (let at = 0; at < inputs.values.length; at += batch * width) {
        const part = { shape: inputs.shape, values: inputs.values.subarray(at, at + batch * width) }
        parts.push(
          yield* Effect.acquireUseRelease(
            Effect.sync(() => runtime.compute(() => forward(tf, named(weights, tensors), inputTensor(runtime, part)))),
            (tensor) => Effect.promise(() => tensor.data() as Promise<Float32Array>),
            (tensor) => Effect.sync(() => tensor.dispose())
          )
        )
        yield* Effect.yieldNow
      }
      const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
      let filled = 0
      for (const part of parts) {
        all.set(part, filled)
        filled += part.length
      }
      return all
    })
  )
