import { differentiable, inputTensor, type Loss, type Runtime, type Tensor, type TensorFlow } from "@rulescope/tensor"
import type { Config } from "./Config.ts"
import type { Frame } from "./frame.ts"
import type { Lesson } from "./lesson.ts"
import { network } from "./network.ts"
import { couplings, deviations, identity, noiseNumbers, pairs, type Pattern, triples, turned } from "./parts.ts"

/** A lesson as tensors. */
export interface Problem {
  readonly inputs: Tensor
  /** Shape rows × 1. */
  readonly weights: Tensor
  /** Shape rows × coordinates. */
  readonly targets: Tensor
  /** Shape rows × coordinates². */
  readonly covariances: Tensor
}

/** Uploads a lesson; the tensors are the caller's to free. */
export const problemOf = (runtime: Runtime, lesson: Lesson): Problem => {
  const { tf } = runtime
  const rows = lesson.weights.length
  return {
    inputs: inputTensor(runtime, lesson.inputs),
    weights: tf.tensor2d(lesson.weights, [rows, 1]),
    targets: tf.tensor2d(lesson.targets, [rows, lesson.targets.length / rows]),
    covariances: tf.tensor2d(lesson.covariances, [rows, lesson.covariances.length / rows])
  }
}

const matrix = (tf: TensorFlow, { shape, values }: Pattern): Tensor => tf.tensor2d(values, [...shape])

/** How an increment is spread about its mean, given what describes the noise; rows × …. */
interface Spread {
  /** e^−2a_k. */
  readonly precision: Tensor
  /** C, unit lower triangles. */
  readonly c: Tensor
  /** C (S + u uᵀ): what increments spread by, seen through C. */
  readonly seen: Tensor
  /** C u. */
  readonly off: Tensor
  /** ½ e^−2a_k (C (S + u uᵀ) Cᵀ)_kk + a_k. */
  readonly each: Tensor
}

const spreadOf = (tf: TensorFlow, config: Config, d: number, u: Tensor, noise: Tensor, within: Tensor): Spread => {
  const log = tf.matMul(noise, matrix(tf, deviations(config.noise, d)))
  const one = matrix(tf, identity(d))
  const c: Tensor = config.noise === "full" ? tf.add(tf.matMul(noise, matrix(tf, couplings(d))), one) : one
  const { left, right, sum } = triples(d)
  const perRow = matrix(tf, pairs(d).sum)
  const across = tf.matMul(u, matrix(tf, pairs(d).each))
  const uu = tf.mul(across, tf.matMul(u, matrix(tf, turned(pairs(d).sum))))
  const entries = tf.matMul(tf.add(within, uu), matrix(tf, right))
  const seen = tf.matMul(tf.mul(tf.matMul(c, matrix(tf, left)), entries), matrix(tf, sum))
  const precision = tf.exp<Tensor>(tf.mul(log, -2))
  const square = tf.mul(precision, tf.matMul(tf.mul(c, seen), perRow))
  return {
    precision,
    c,
    seen,
    off: tf.matMul(tf.mul(c, across), perRow),
    each: tf.add(log, tf.mul(0.5, square))
  }
}

/**
 * Mean negative log-density of an increment in nats, for increments that are normal given the state where they begin.
 * The sums of a bin stand for its increments, as if all had begun at its mean state.
 *
 * With a unit lower triangle C and deviations e^a the noise is C⁻¹ e^2a C⁻ᵀ: an increment u off its mean has density
 * −Σ_k (a_k + ½ e^−2a_k (C u)_k²) − ½ d log 2π, without a triangle to be solved. Differentiated as one with respect to
 * mean and noise.
 */
export const likelihood = (config: Config, frame: Frame): Loss<Problem> => {
  const { deviation, interval, spread } = frame
  const d = deviation.length
  const speak = network(config, frame)
  const ratio = Float32Array.from(deviation, (one, k) => (spread[k]! * Math.sqrt(interval)) / one)
  let constant = 0.5 * d * Math.log(2 * Math.PI * interval)
  for (let k = 0; k < d; k++) constant += Math.log(deviation[k]!)
  return (tf, weight, { covariances, inputs, targets, weights }) => {
    const { mean, noise } = speak(tf, weight, inputs)
    const both = tf.concat([mean, noise], 1)
    return differentiable(
      tf,
      both,
      (save) => {
        const u = tf.mul(tf.sub(targets, tf.slice(both, [0, 0], [-1, d])), tf.tensor1d(ratio))
        const free = tf.slice(both, [0, d], [-1, noiseNumbers(config.noise, d)])
        const { c, each, off, precision, seen } = spreadOf(tf, config, d, u, free, covariances)
        save([c, off, precision, seen])
        return tf.add(tf.sum(tf.mul(weights, each)), constant)
      },
      (dy, [c, off, precision, seen]) => {
        const sum = matrix(tf, pairs(d).sum)
        const back = matrix(tf, turned(pairs(d).sum))
        const weighted = tf.mul(dy, weights)
        const pull = tf.mul(weighted, precision!)
        // ∂/∂a_k = 1 − e^−2a_k (C (S + u uᵀ) Cᵀ)_kk
        const log = tf.sub(weighted, tf.mul(pull, tf.matMul(tf.mul(c!, seen!), sum)))
        // ∂/∂u_l = Σ_k e^−2a_k (C u)_k C_kl
        const through = tf.mul(tf.matMul(tf.mul(pull, off!), back), c!)
        const u = tf.matMul(through, matrix(tf, turned(pairs(d).each)))
        let free = tf.matMul(log, matrix(tf, turned(deviations(config.noise, d))))
        if (config.noise === "full") {
          // ∂/∂C_kl = e^−2a_k (C (S + u uᵀ))_kl
          const coupling = tf.mul(tf.matMul(pull, back), seen!)
          free = tf.add(free, tf.matMul(coupling, matrix(tf, turned(couplings(d)))))
        }
        return tf.concat([tf.mul(tf.neg(u), tf.tensor1d(ratio)), free], 1)
      }
    )
  }
}
