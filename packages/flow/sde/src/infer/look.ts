import { cholesky, invertCholesky } from "../linear/cholesky.ts"
import { withoutNegative } from "../linear/positive.ts"
import { expand } from "./expand.ts"
import type { Extended } from "./extended.ts"
import type { Moments } from "./moments.ts"
import type { Quadratic } from "./quadratic.ts"

/** The likelihood of a recording around a law, and the noise that this law needs. */
export interface Look {
  /** Likelihood in the coefficients, as a quadratic form that touches the true one at this law. */
  readonly quadratic: Quadratic
  /** Mean square of what the means leave of the increments, coordinates × coordinates. */
  readonly residual: Float64Array
  /** Noise that makes the covariance of the increments equal to the residual one, without negative directions. */
  readonly noise: Float64Array
}

/** Mean outer product of increment less mean. */
const residualOf = (moments: Moments, means: ReadonlyArray<Float64Array>, projected: ReadonlyArray<Float64Array>) => {
  const d = means.length
  const { cross, square, steps } = moments
  const residual = new Float64Array(d * d)
  const dot = (a: Float64Array, b: Float64Array): number => {
    let sum = 0
    for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
    return sum
  }
  for (let k = 0; k < d; k++) {
    for (let l = 0; l < d; l++) {
      const sum =
        square[k * d + l]! - dot(means[k]!, cross[l]!) - dot(means[l]!, cross[k]!) + dot(means[k]!, projected[l]!)
      residual[k * d + l] = sum / steps
    }
  }
  for (let k = 0; k < d; k++)
    residual[k * d + k] = Math.max(residual[k * d + k]!, 1e-12 * (square[k * d + k]! / steps), 1e-300)
  return residual
}

const times = (gram: Float64Array, vector: Float64Array): Float64Array => {
  const n = vector.length
  const result = new Float64Array(n)
  for (let j = 0; j < n; j++) {
    const v = vector[j]!
    if (v === 0) continue
    for (let i = 0; i < n; i++) result[i] = result[i]! + gram[j * n + i]! * v
  }
  return result
}

/** Inverse of the residual covariance, its smallest directions kept away from 0. */
const weightOf = (residual: Float64Array, d: number): Float64Array => {
  const scale = Float64Array.from({ length: d }, (_, k) => 1 / Math.sqrt(residual[k * d + k]!))
  const correlation = residual.map((value, i) => value * scale[Math.floor(i / d)]! * scale[i % d]!)
  for (let k = 0; k < d; k++) correlation[k * d + k] = correlation[k * d + k]! + 1e-9
  const root = cholesky(correlation, d)
  if (root === undefined) return correlation.map((_, i) => (i % (d + 1) === 0 ? scale[i % d]! ** 2 : 0))
  return invertCholesky(root, d).map((value, i) => value * scale[Math.floor(i / d)]! * scale[i % d]!)
}

/** One Gauss–Newton look at coefficients (one for each entry) and noise, to an order in Δ, from the moments alone. */
export const lookAt = (
  extended: Extended,
  moments: Moments,
  values: ArrayLike<number>,
  before: Float64Array,
  order: number
): Look => {
  const { basis, entries, grid, interval } = extended
  const { d } = grid
  const { gram, steps } = moments
  const count = entries.length
  const n = basis.length
  const { covariance, means, slopes } = expand(extended, moments, values, before, order, "both")
  const projected = means.map((mean) => times(gram, mean))
  const residual = residualOf(moments, means, projected)
  const noise = before.map((value, i) => value + (residual[i]! - covariance[i]! / steps) / interval)
  const weight = weightOf(residual, d)
  const rest = projected.map((vector, k) => moments.cross[k]!.map((value, i) => value - vector[i]!))
  const bent = slopes.map((list) => list.map((slope) => (slope.every((v) => v === 0) ? slope : times(gram, slope))))
  const information = new Float64Array(count * count)
  const gradient = new Float64Array(count)
  for (let k = 0; k < d; k++) {
    for (let j = 0; j < count; j++) {
      const left = slopes[k]![j]!
      for (let i = 0; i <= j; i++) {
        let sum = 0
        for (let b = 0; b < n; b++) {
          const value = left[b]!
          if (value === 0) continue
          let right = 0
          for (let l = 0; l < d; l++) right += weight[k * d + l]! * bent[l]![i]![b]!
          sum += value * right
        }
        information[j * count + i] = information[j * count + i]! + sum
      }
      for (let l = 0; l < d; l++) {
        const w = weight[k * d + l]!
        if (w === 0) continue
        for (let b = 0; b < n; b++) gradient[j] = gradient[j]! + w * left[b]! * rest[l]![b]!
      }
    }
  }
  for (let j = 0; j < count; j++) for (let i = 0; i < j; i++) information[i * count + j] = information[j * count + i]!
  // The slope at 0, as if the likelihood were quadratic everywhere.
  for (let j = 0; j < count; j++)
    for (let i = 0; i < count; i++) gradient[j] = gradient[j]! + information[j * count + i]! * values[i]!
  return { quadratic: { information, gradient }, residual, noise: withoutNegative(noise, d) }
}
