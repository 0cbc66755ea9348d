import { driftOf } from "./extended.ts"
import type { Sought } from "./entries.ts"
import type { Fit, Part } from "./fit.ts"

const meanSquare = ({ moments: { gram, steps } }: Part, vector: Float64Array): number => {
  const n = vector.length
  let sum = 0
  for (let i = 0; i < n; i++) {
    if (vector[i] === 0) continue
    for (let j = 0; j < n; j++) sum += vector[i]! * gram[i * n + j]! * vector[j]!
  }
  return Math.max(0, sum / steps)
}

/** Root mean square, over the recordings it is about, of the term of each coefficient. */
export const sizesOf = (parts: ReadonlyArray<Part>, count: number): Float64Array => {
  const sums = new Float64Array(count)
  const steps = new Float64Array(count)
  for (const part of parts) {
    for (const [i, j] of part.places.entries()) {
      const { elements, vectorOf } = part.extended
      sums[j] = sums[j]! + part.moments.steps * meanSquare(part, vectorOf(elements[i]!))
      steps[j] = steps[j]! + part.moments.steps
    }
  }
  return sums.map((sum, j) => Math.sqrt(sum / steps[j]!))
}

/** The largest contribution of a term to each equation, |coefficient| × size: what coefficients are measured by. */
export const scalesOf = (
  coordinates: number,
  sought: ReadonlyArray<Sought>,
  sizes: ArrayLike<number>,
  values: ArrayLike<number>
): Float64Array => {
  const scales = new Float64Array(coordinates)
  for (const [j, { coordinate }] of sought.entries())
    scales[coordinate] = Math.max(scales[coordinate]!, Math.abs(values[j]!) * sizes[j]!)
  return scales
}

/** Root mean square of the drift of each equation under a fit, over all parts. */
export const driftScalesOf = (parts: ReadonlyArray<Part>, { values }: Fit): Float64Array => {
  const [{ extended }] = parts as [Part]
  const sums = new Float64Array(extended.grid.d)
  let steps = 0
  for (const part of parts) {
    const { vectorOf } = part.extended
    const drift = driftOf(
      part.extended,
      part.places.map((j) => values[j]!)
    )
    for (const [k, element] of drift.entries())
      sums[k] = sums[k]! + part.moments.steps * meanSquare(part, vectorOf(element))
    steps += part.moments.steps
  }
  return sums.map((sum) => Math.sqrt(Math.max(sum / steps, 1e-300)))
}
