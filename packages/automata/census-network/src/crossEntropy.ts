import {
  differentiable,
  type Forward,
  type Inputs,
  inputTensor,
  type Loss,
  lossAndGradients,
  type Runtime,
  type Tensor,
  type TensorFlow
} from "@rulescope/tensor"
import type { Weight } from "@rulescope/core"
import { Effect, type Scope } from "effect"
import type { WeightedRows } from "./rows.ts"

/** What a network is trained on, as tensors. */
export interface Problem {
  readonly inputs: Tensor
  /** Shape rows × states. */
  readonly targets: Tensor
  /** Shape rows × 1. */
  readonly weights: Tensor
}

/** What a network is trained on, as plain numbers: rows of inputs, the share of each next state, and how much a row weighs. */
export interface Lesson extends Pick<WeightedRows, "states" | "targets" | "weights"> {
  readonly inputs: Inputs
}

/** Uploads rows; the tensors are the caller's to free. */
export const problemOf = (runtime: Runtime, { inputs, states, targets, weights }: Lesson): Problem => ({
  inputs: inputTensor(runtime, inputs),
  targets: runtime.tf.tensor2d(targets, [weights.length, states]),
  weights: runtime.tf.tensor2d(weights, [weights.length, 1])
})

/** Uploads rows for as long as the scope lives. */
export const ownedProblem = (runtime: Runtime, lesson: Lesson): Effect.Effect<Problem, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => {
      let problem: Problem | undefined
      runtime.compute((): Array<Tensor> => Object.values((problem = problemOf(runtime, lesson))))
      return problem!
    }),
    ({ inputs, targets, weights }) => Effect.sync(() => runtime.tf.dispose([inputs, targets, weights]))
  )

/** Probabilities below this count as this in the value of the loss; its gradient is exact. */
const leastProbability = 1e-30

/** Weighted cross-entropy in nats between targets and probabilities. */
const lossOf = (tf: TensorFlow, probabilities: Tensor, { targets, weights }: Problem): Tensor =>
  tf.neg(tf.sum(tf.mul(weights, tf.mul(targets, tf.log(tf.maximum(probabilities, leastProbability))))))

/**
 * The weighted cross-entropy of a network's softmax as a loss, with the gradient w · (p - t) at the logits in one piece.
 * The `value` is what that function makes of the probabilities; a step of training has no use for one.
 */
export const crossEntropy =
  (
    forward: Forward,
    value: (tf: TensorFlow, probabilities: Tensor, problem: Problem) => Tensor = (tf) => tf.scalar(0)
  ): Loss<Problem> =>
  (tf, weight, problem) => {
    const logits = forward(tf, weight, problem.inputs)
    return differentiable(
      tf,
      logits,
      (save) => {
        const probabilities = tf.softmax(logits)
        save([probabilities])
        return value(tf, probabilities, problem)
      },
      (dy, [p]) => tf.mul(dy, tf.mul(problem.weights, tf.sub(p!, problem.targets)))
    )
  }

/** Cross-entropy in nats and its gradient at given weights as plain numbers. */
export const entropyAndGradients = (
  runtime: Runtime,
  { forward, weights }: { readonly forward: Forward; readonly weights: ReadonlyArray<Weight> },
  lesson: Lesson
) => lossAndGradients(runtime, crossEntropy(forward, lossOf), () => problemOf(runtime, lesson), weights)
