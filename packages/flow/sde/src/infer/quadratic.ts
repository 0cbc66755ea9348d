import { cholesky, invertCholesky } from "../linear/cholesky.ts"
import { symmetricEigen } from "../linear/eigen.ts"
import type { Orbit } from "../terms/symmetry.ts"

/** A log-likelihood −½ θᵀ H θ + gᵀ θ of coefficients θ, up to a constant. */
export interface Quadratic {
  /** H, the Fisher information, rows one after the other. */
  readonly information: Float64Array
  /** g, its slope at θ = 0. */
  readonly gradient: Float64Array
}

/** The same likelihood of some coefficients only, the others being 0. */
export const restrict = ({ gradient, information }: Quadratic, to: ReadonlyArray<number>): Quadratic => {
  const n = gradient.length
  return {
    information: Float64Array.from(to.flatMap((j) => to.map((k) => information[j * n + k]!))),
    gradient: Float64Array.from(to, (j) => gradient[j]!)
  }
}

/** The same likelihood when the entries of each orbit share one coefficient but for their signs; one for each orbit. */
export const tie = ({ gradient, information }: Quadratic, orbits: ReadonlyArray<Orbit>): Quadratic => {
  const n = gradient.length
  return {
    information: Float64Array.from(
      orbits.flatMap((a) =>
        orbits.map((b) => {
          let sum = 0
          for (const i of a) for (const j of b) sum += i.sign * j.sign * information[i.entry * n + j.entry]!
          return sum
        })
      )
    ),
    gradient: Float64Array.from(orbits, (orbit) =>
      orbit.reduce((sum, { entry, sign }) => sum + sign * gradient[entry]!, 0)
    )
  }
}

/**
 * The likelihood of several recordings in a common list of `count` coefficients: `places[j]` says which of them the
 * part's coefficient j is.
 */
export const join = (
  count: number,
  parts: ReadonlyArray<{ readonly quadratic: Quadratic; readonly places: ReadonlyArray<number> }>
): Quadratic => {
  const information = new Float64Array(count * count)
  const gradient = new Float64Array(count)
  for (const { places, quadratic } of parts) {
    for (const [j, a] of places.entries()) {
      gradient[a] = gradient[a]! + quadratic.gradient[j]!
      for (const [k, b] of places.entries()) {
        information[a * count + b] = information[a * count + b]! + quadratic.information[j * places.length + k]!
      }
    }
  }
  return { information, gradient }
}

/** What the likelihood says on its own: estimates, standard errors, and what it leaves open. */
export interface Solution {
  readonly values: Float64Array
  /** Standard errors; Infinity along free directions. */
  readonly errors: Float64Array
  /** Directions, in units of each coefficient's own precision, along which the data say nothing. */
  readonly free: ReadonlyArray<Float64Array>
}

/** Solves without any ridge; directions whose scaled information is below `tolerance` of the largest are free. */
export const solve = ({ gradient, information }: Quadratic, tolerance = 1e-11): Solution => {
  const n = gradient.length
  const scale = Float64Array.from({ length: n }, (_, j) => 1 / Math.sqrt(information[j * n + j]! || 1))
  const matrix = information.map((value, i) => value * scale[Math.floor(i / n)]! * scale[i % n]!)
  const { values: strengths, vectors } = symmetricEigen(matrix, n)
  const least = tolerance * (strengths.at(-1) ?? 1)
  const values = new Float64Array(n)
  const variances = new Float64Array(n)
  const free: Array<Float64Array> = []
  for (let e = 0; e < n; e++) {
    const direction = vectors.subarray(e * n, (e + 1) * n)
    const strength = strengths[e]!
    if (strength <= least) {
      free.push(direction.slice())
      for (let j = 0; j < n; j++) if (Math.abs(direction[j]!) > 1e-6) variances[j] = Number.POSITIVE_INFINITY
      continue
    }
    let along = 0
    for (let j = 0; j < n; j++) along += direction[j]! * gradient[j]! * scale[j]!
    for (let j = 0; j < n; j++) {
      values[j] = values[j]! + (direction[j]! * scale[j]! * along) / strength
      variances[j] = variances[j]! + (direction[j]! * scale[j]!) ** 2 / strength
    }
  }
  return { values, errors: variances.map(Math.sqrt), free }
}

/** Covariance of all coefficients; undefined when a direction is free. */
export const covarianceOf = ({ gradient, information }: Quadratic): Float64Array | undefined => {
  const n = gradient.length
  const scale = Float64Array.from({ length: n }, (_, j) => 1 / Math.sqrt(information[j * n + j]! || 1))
  const matrix = information.map((value, i) => value * scale[Math.floor(i / n)]! * scale[i % n]!)
  const root = cholesky(matrix, n)
  if (root === undefined || Array.from({ length: n }, (_, j) => root[j * n + j]!).some((pivot) => pivot === 0)) return
  return invertCholesky(root, n).map((value, i) => value * scale[Math.floor(i / n)]! * scale[i % n]!)
}
