import type { Weight } from "@rulescope/core"
import type { Effect } from "effect"
import type { Runtime } from "./backends/Runtime.ts"
import { evaluate } from "./evaluate.ts"
import type { Forward, Inputs } from "./network.ts"

/** Softmax of a network's logits for all rows of inputs, shape rows × states. */
export const probabilities = (
  runtime: Runtime,
  { forward, weights }: { readonly forward: Forward; readonly weights: ReadonlyArray<Weight> },
  inputs: Inputs
): Effect.Effect<Float32Array> =>
  evaluate(runtime, { weights, forward: (tf, weight, rows) => tf.softmax(forward(tf, weight, rows)) }, inputs)
