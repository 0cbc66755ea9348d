import { evaluate, type Forward, type Inputs, type Runtime } from "@rulescope/tensor"
import type { Weight } from "@rulescope/core"
import type { Effect } from "effect"

/** Softmax of a network's logits for all rows of inputs, shape rows × states. */
export const probabilities = (
  runtime: Runtime,
  { forward, weights }: { readonly forward: Forward; readonly weights: ReadonlyArray<Weight> },
  inputs: Inputs
): Effect.Effect<Float32Array> =>
  evaluate(runtime, { weights, forward: (tf, weight, rows) => tf.softmax(forward(tf, weight, rows)) }, inputs)
