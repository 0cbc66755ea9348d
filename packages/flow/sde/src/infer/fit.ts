import { cholesky, invertCholesky, solveCholesky } from "../linear/cholesky.ts"
import { withoutNegative } from "../linear/positive.ts"
import { expand } from "./expand.ts"
import type { Extended } from "./extended.ts"
import type { Moments } from "./moments.ts"
import type { Quadratic } from "./quadratic.ts"

export interface FitOptions {
  /** Order in Δ of the mean and covariance, from 1 (Euler) to that of the extended library. */
  readonly order: number
  /** Coefficients to begin with; those of no entry are 0. Defaults to 0. */
  readonly start?: ArrayLike<number>
  /** Noise matrix to begin with; defaults to the mean square of the increments over Δ. */
  readonly noise?: ArrayLike<number>
  /** Precision of a normal prior around 0 for each coefficient; defaults to 0. */
  readonly prior?: ArrayLike<number>
}

/** A law's coefficients and noise as the moments give them. */
export interface Fit {
  /** Likelihood around its highest point, in the coefficients. */
  readonly quadratic: Quadratic
  /** Most probable coefficients under the prior, one for each entry. */
  readonly values: Float64Array
  /** ⟨dn dn⟩/dt, coordinates × coordinates, without negative directions. */
  readonly noise: Float64Array
  /** Standard errors of its entries. */
  readonly noiseErrors: Float64Array
  /** Mean square of what the means leave of the increments, coordinates × coordinates. */
  readonly residual: Float64Array
  readonly iterations: number
  /** Whether the steps ended because they had become small; if not, the interval is too long for this order. */
  readonly converged: boolean
}

const maxIterations = 25

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

/**
 * Generalised least squares of the increments on their means to an order in Δ, by Gauss–Newton steps, and the noise
 * that makes the covariance to the same order equal to the residual one. Everything is computed from the moments.
 */
export const fit = (extended: Extended, moments: Moments, options: FitOptions): Fit => {
  const { basis, entries, grid, interval } = extended
  const { order, prior, start } = options
  const { d } = grid
  const count = entries.length
  const n = basis.length
  const values = new Float64Array(count)
  if (start !== undefined) values.set(Array.from(start))
  const { gram, square, steps } = moments
  let noise: Float64Array =
    options.noise === undefined ? square.map((value) => value / (steps * interval)) : Float64Array.from(options.noise)
  let residual: Float64Array = square.map((value) => value / steps)
  let quadratic: Quadratic = { information: new Float64Array(count * count), gradient: new Float64Array(count) }
  let iterations = 0
  let converged = false
  for (;;) {
    iterations++
    const { covariance, means, slopes } = expand(extended, moments, values, noise, order, "both")
    const projected = means.map((mean) => times(gram, mean))
    residual = residualOf(moments, means, projected)
    noise = withoutNegative(
      noise.map((value, i) => value + (residual[i]! - covariance[i]! / steps) / interval),
      d
    )
    const weight = weightOf(residual, d)
    const rest = projected.map((vector, k) => moments.cross[k]!.map((value, i) => value - vector[i]!))
    const information = new Float64Array(count * count)
    const gradient = new Float64Array(count)
    const bent = slopes.map((list) => list.map((slope) => (slope.every((v) => v === 0) ? slope : times(gram, slope))))
    for (let k = 0; k < d; k++) {
      for (let j = 0; j < count; j++) {
        const left = slopes[k]![j]!
        // Weighted sums over the other coordinate first: one pass over the basis for each pair of coefficients.
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
        let pull = 0
        for (let l = 0; l < d; l++) {
          const w = weight[k * d + l]!
          if (w === 0) continue
          const other = rest[l]!
          for (let b = 0; b < n; b++) pull += w * left[b]! * other[b]!
        }
        gradient[j] = gradient[j]! + pull
      }
    }
    for (let j = 0; j < count; j++) for (let i = 0; i < j; i++) information[i * count + j] = information[j * count + i]!
    // The likelihood's gradient at 0, as if it were quadratic everywhere.
    const atZero = gradient.map((value, j) => {
      let sum = value
      for (let i = 0; i < count; i++) sum += information[j * count + i]! * values[i]!
      return sum
    })
    quadratic = { information, gradient: atZero }
    const next = solvePenalised(quadratic, prior)
    if (!next.every(Number.isFinite) || !noise.every(Number.isFinite)) break
    let moved = 0
    for (let j = 0; j < count; j++) {
      const change = next[j]! - values[j]!
      moved = Math.max(moved, Math.abs(change) * Math.sqrt(information[j * count + j]!))
      values[j] = next[j]!
    }
    converged = moved < 1e-3
    if (converged || iterations === maxIterations) break
  }
  const noiseErrors = residual.map((value, i) => {
    const [k, l] = [Math.floor(i / d), i % d]
    return Math.sqrt((residual[k * d + k]! * residual[l * d + l]! + value * value) / steps) / interval
  })
  return { quadratic, values, noise, noiseErrors, residual, iterations, converged }
}

/** Most probable coefficients of a quadratic likelihood under independent normal priors around 0. */
export const solvePenalised = ({ gradient, information }: Quadratic, prior?: ArrayLike<number>): Float64Array => {
  const n = gradient.length
  const scale = Float64Array.from(
    { length: n },
    (_, j) => 1 / Math.sqrt(information[j * n + j]! + (prior?.[j] ?? 0) || 1)
  )
  const matrix = information.map((value, i) => {
    const [j, k] = [Math.floor(i / n), i % n]
    return (value + (j === k ? (prior?.[j] ?? 0) : 0)) * scale[j]! * scale[k]!
  })
  const root = cholesky(matrix, n, 1e-13) ?? new Float64Array(n * n)
  return solveCholesky(
    root,
    n,
    gradient.map((value, j) => value * scale[j]!)
  ).map((value, j) => value * scale[j]!)
}
