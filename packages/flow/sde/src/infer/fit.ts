import type { Extended } from "./extended.ts"
import { type Look, lookAt } from "./look.ts"
import type { Moments } from "./moments.ts"
import { solvePenalised } from "./penalised.ts"
import { join, type Quadratic } from "./quadratic.ts"

/** Recordings of one law: the entries of `extended`, and which of the sought coefficients each of them is. */
export interface Part {
  readonly extended: Extended
  readonly moments: Moments
  /** Place of each entry among the coefficients; parts that share a place share the coefficient. */
  readonly places: ReadonlyArray<number>
}

export interface FitOptions {
  /** Order in Δ of the mean and covariance, from 1 (Euler) to that of the extended library. */
  readonly order: number
  /** Coefficients to begin with; defaults to 0. */
  readonly start?: ArrayLike<number>
  /** Noise matrix of each part to begin with; defaults to the mean square of the increments over Δ. */
  readonly noise?: ReadonlyArray<Float64Array>
  /** Precision of a normal prior around 0 for each coefficient; defaults to 0. */
  readonly prior?: ArrayLike<number>
}

/** Coefficients and noise as the moments give them. */
export interface Fit {
  /** Likelihood around its highest point, in the coefficients. */
  readonly quadratic: Quadratic
  /** Most probable coefficients under the prior. */
  readonly values: Float64Array
  /** ⟨dn dn⟩/dt of each part, coordinates × coordinates, without negative directions. */
  readonly noise: ReadonlyArray<Float64Array>
  /** Standard errors of its entries. */
  readonly noiseErrors: ReadonlyArray<Float64Array>
  readonly iterations: number
  /** Whether the steps ended because they had become small; if not, the interval is too long for this order. */
  readonly converged: boolean
}

const maxIterations = 25

/** Standard errors of a covariance estimated from so many steps, over Δ (Wishart). */
const noiseErrorsOf = ({ extended, moments }: Part, { residual }: Look): Float64Array => {
  const { d } = extended.grid
  return residual.map((value, i) => {
    const [k, l] = [Math.floor(i / d), i % d]
    const square = residual[k * (d + 1)]! * residual[l * (d + 1)]! + value * value
    return Math.sqrt(square / moments.steps) / extended.interval
  })
}

/**
 * Generalised least squares of the increments on their means to an order in Δ, by Gauss–Newton steps over all parts at
 * once, and for each part the noise that makes the covariance to the same order equal to the residual one.
 */
export const fit = (parts: ReadonlyArray<Part>, count: number, options: FitOptions): Fit => {
  const { order, prior, start } = options
  const values = new Float64Array(count)
  if (start !== undefined) values.set(Array.from(start))
  let noise = parts.map(
    ({ extended, moments: { square, steps } }, p): Float64Array =>
      options.noise?.[p] ?? square.map((value) => value / (steps * extended.interval))
  )
  for (let iterations = 1; ; iterations++) {
    const before = noise
    const looks = parts.map(({ extended, moments, places }, p) =>
      lookAt(
        extended,
        moments,
        places.map((place) => values[place]!),
        before[p]!,
        order
      )
    )
    noise = looks.map((look) => look.noise)
    const quadratic = join(
      count,
      looks.map((look, p) => ({ quadratic: look.quadratic, places: parts[p]!.places }))
    )
    const next = solvePenalised(quadratic, prior)
    const isLost = !next.every(Number.isFinite) || !noise.every((matrix) => matrix.every(Number.isFinite))
    let moved = 0
    for (let j = 0; j < count; j++) {
      if (isLost) break
      const step = Math.abs(next[j]! - values[j]!) * Math.sqrt(quadratic.information[j * (count + 1)]!)
      moved = Math.max(moved, step)
      values[j] = next[j]!
    }
    const converged = !isLost && moved < 1e-3
    if (converged || isLost || iterations === maxIterations) {
      const noiseErrors = parts.map((part, p) => noiseErrorsOf(part, looks[p]!))
      return { quadratic, values, noise, noiseErrors, iterations, converged }
    }
  }
}
