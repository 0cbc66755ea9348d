import type { KramersMoyal } from "@rulescope/sde"
import type { Inputs } from "@rulescope/tensor"
import type { Frame } from "./frame.ts"
import { inputsOf } from "./states.ts"

/** The bins of a census as a training set, in the units of a frame; rows × …. */
export interface Lesson {
  readonly inputs: Inputs
  /** Share of all increments, summing to 1. */
  readonly weights: Float32Array
  /** Mean velocity, less that of all increments, in units of the spread. */
  readonly targets: Float32Array
  /** Covariance of Δx about the mean of the bin, over the interval, in units of the deviations; coordinates². */
  readonly covariances: Float32Array
}

/** What a network learns from a census. */
export const lessonOf = (frame: Frame, { counts, increments, interval, products, states }: KramersMoyal): Lesson => {
  const { deviation, spread, velocity } = frame
  const d = deviation.length
  const steps = counts.reduce((sum, n) => sum + n, 0)
  const mean = states.map((sum, i) => sum / counts[Math.floor(i / d)]!)
  const covariances = new Float32Array(counts.length * d * d)
  for (let i = 0; i < covariances.length; i++) {
    const [c, k, l] = [Math.floor(i / (d * d)), Math.floor(i / d) % d, i % d]
    const n = counts[c]!
    const about = products[i]! / n - (increments[c * d + k]! / n) * (increments[c * d + l]! / n)
    covariances[i] = about / interval / (deviation[k]! * deviation[l]!)
  }
  return {
    inputs: inputsOf(frame, mean),
    weights: Float32Array.from(counts, (n) => n / steps),
    targets: Float32Array.from(increments, (sum, i) => {
      const k = i % d
      return (sum / counts[Math.floor(i / d)]! / interval - velocity[k]!) / spread[k]!
    }),
    covariances
  }
}

/** Some rows of a lesson; the weights are such that the mean over equal parts of all rows is the whole. */
export const rowsOf = ({ covariances, inputs, targets, weights }: Lesson, rows: Int32Array): Lesson => {
  const all = weights.length
  const pick = (values: Float32Array): Float32Array => {
    const width = values.length / all
    const picked = new Float32Array(rows.length * width)
    for (const [i, row] of rows.entries()) picked.set(values.subarray(row * width, (row + 1) * width), i * width)
    return picked
  }
  return {
    inputs: { shape: inputs.shape, values: pick(inputs.values) },
    weights: pick(weights).map((weight) => (weight * all) / rows.length),
    targets: pick(targets),
    covariances: pick(covariances)
  }
}
