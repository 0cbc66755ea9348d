import type { Weight } from "@rulescope/core"
import { Effect, type Scope } from "effect"
import type { Runtime } from "./backends/Runtime.ts"
import { type Forward, inputTensor, type Inputs, named } from "./network.ts"
import { differentiable } from "./differentiable.ts"
import type { WeightedRows } from "./rows.ts"
import type { Tensor, TensorFlow } from "./TensorFlow.ts"

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
 * Gradient of the loss of a network with respect to each of `tensors`, which are the weights in the order of `like`:
 * w · (p - t) at the logits, in one piece. The `value` is what that function makes of the probabilities; a step of
 * training has no use for one.
 */
export const differentiate = (
  tf: TensorFlow,
  forward: Forward,
  like: ReadonlyArray<Weight>,
  tensors: Array<Tensor>,
  problem: Problem,
  value: (probabilities: Tensor) => Tensor = () => tf.scalar(0)
): { readonly value: Tensor; readonly grads: Array<Tensor> } =>
  tf.valueAndGrads((...current: Array<Tensor>) => {
    const logits = forward(tf, named(like, current), problem.inputs)
    return differentiable(
      tf,
      logits,
      (save) => {
        const probabilities = tf.softmax(logits)
        save([probabilities])
        return value(probabilities)
      },
      (dy, [p]) => tf.mul(dy, tf.mul(problem.weights, tf.sub(p!, problem.targets)))
    )
  })(tensors)

/** Loss and gradient at given weights as plain numbers. */
export const lossAndGradients = (
  runtime: Runtime,
  network: { readonly forward: Forward; readonly weights: ReadonlyArray<Weight> },
  inputs: Inputs,
  rows: Omit<Lesson, "inputs">
): Effect.Effect<{ readonly loss: number; readonly gradients: ReadonlyArray<Weight> }> =>
  Effect.scoped(
    Effect.gen(function* () {
      const { tf } = runtime
      const problem = yield* ownedProblem(runtime, { ...rows, inputs })
      const [value, ...grads] = yield* Effect.acquireRelease(
        Effect.sync(() =>
          runtime.compute(() => {
            const tensors = network.weights.map(({ shape, values }) => tf.tensor(values, [...shape]))
            const { grads, value } = differentiate(tf, network.forward, network.weights, tensors, problem, (p) =>
              lossOf(tf, p, problem)
            )
            return [value, ...grads]
          })
        ),
        (tensors) => Effect.sync(() => tf.dispose(tensors))
      )
      const read = (tensor: Tensor) => Effect.promise(() => tensor.data() as Promise<Float32Array>)
      const loss = (yield* read(value!))[0]!
      const values = yield* Effect.forEach(grads, read)
      return {
        loss,
        gradients: network.weights.map(({ name, shape }, index) => ({ name, shape, values: values[index]! }))
      }
    })
  )
