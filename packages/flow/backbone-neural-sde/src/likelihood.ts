import { type Inputs, inputTensor, type Loss, type Runtime, type Tensor, type TensorFlow } from "@rulescope/tensor"
import type { Config } from "./Config.ts"
import type { Frame } from "./frame.ts"
import type { Lesson } from "./lesson.ts"
import { network } from "./network.ts"
import { couplings, deviations, identity, linear, type Pattern, quadratic } from "./parts.ts"

/** A lesson as tensors. */
export interface Problem {
  readonly inputs: Tensor
  /** Shape rows × 1. */
  readonly weights: Tensor
  /** Shape rows × coordinates. */
  readonly targets: Tensor
  /** Shape rows × coordinates; of correlated noise rows × coordinates³, each entry as often as it is used. */
  readonly covariances: Tensor
}

/** Uploads a lesson; the tensors are the caller's to free. */
export const problemOf = (runtime: Runtime, { noise }: Pick<Config, "noise">, lesson: Lesson): Problem => {
  const { tf } = runtime
  const rows = lesson.weights.length
  const d = lesson.targets.length / rows
  const used: Array<number> = []
  for (let i = 0; i < d ** 3; i++) {
    const [k, l, m] = [Math.floor(i / (d * d)), Math.floor(i / d) % d, i % d]
    if (noise === "full") used.push(l * d + m)
    else if (k === l && l === m) used.push(l * d + m)
  }
  const covariances = Float32Array.from({ length: rows * used.length }, (_, i) => {
    return lesson.covariances[Math.floor(i / used.length) * d * d + used[i % used.length]!]!
  })
  const inputs: Inputs = lesson.inputs
  return {
    inputs: inputTensor(runtime, inputs),
    weights: tf.tensor2d(lesson.weights, [rows, 1]),
    targets: tf.tensor2d(lesson.targets, [rows, d]),
    covariances: tf.tensor2d(covariances, [rows, used.length])
  }
}

const matrix = (tf: TensorFlow, { shape, values }: Pattern): Tensor => tf.tensor2d(values, [...shape])

/**
 * Mean negative log-density of an increment in nats, for increments that are normal given the state where they begin.
 * The sums of a bin stand for its increments, as if all had begun at its mean state.
 *
 * With a unit lower triangle C and deviations e^a the noise is C⁻¹ e^2a C⁻ᵀ: an increment r off its mean has density
 * −Σ_k (a_k + ½ e^−2a_k (C r)_k²) − ½ d log 2π, without a triangle to be solved.
 */
export const likelihood = (config: Config, frame: Frame): Loss<Problem> => {
  const { deviation, interval, spread } = frame
  const d = deviation.length
  const { noise } = config
  const speak = network(config, frame)
  const ratio = Float32Array.from(deviation, (one, k) => (spread[k]! * Math.sqrt(interval)) / one)
  let constant = 0.5 * d * Math.log(2 * Math.PI * interval)
  for (let k = 0; k < d; k++) constant += Math.log(deviation[k]!)
  return (tf, weight, { covariances, inputs, targets, weights }) => {
    const said = speak(tf, weight, inputs)
    const log = tf.matMul<Tensor>(said.noise, matrix(tf, deviations(noise, d)))
    let off: Tensor = tf.mul(tf.sub(targets, said.mean), tf.tensor1d(ratio))
    let within = covariances
    if (noise === "full") {
      const c = tf.add<Tensor>(tf.matMul(said.noise, matrix(tf, couplings(d))), matrix(tf, identity(d)))
      const { left, right, sum } = quadratic(d)
      const both = tf.mul(tf.mul(tf.matMul(c, matrix(tf, left)), covariances), tf.matMul(c, matrix(tf, right)))
      within = tf.matMul(both, matrix(tf, sum))
      const across = linear(d)
      off = tf.matMul(tf.mul(c, tf.matMul(off, matrix(tf, across.spread))), matrix(tf, across.sum))
    }
    const square = tf.mul(tf.exp(tf.mul(log, -2)), tf.add(within, tf.square(off)))
    const each = tf.add(log, tf.mul(0.5, square))
    return tf.add(tf.sum(tf.mul(weights, each)), constant)
  }
}
