import type { Extended } from "./extended.ts"
import type { Moments } from "./moments.ts"

/** Root mean square of the term of each entry over the recording. */
export const sizesOf = ({ basis, elements, vectorOf }: Extended, { gram, steps }: Moments): Float64Array => {
  const n = basis.length
  return Float64Array.from(elements, (element) => {
    const vector = vectorOf(element)
    let sum = 0
    for (let i = 0; i < n; i++) {
      if (vector[i] === 0) continue
      for (let j = 0; j < n; j++) sum += vector[i]! * gram[i * n + j]! * vector[j]!
    }
    return Math.sqrt(Math.max(0, sum / steps))
  })
}

/** The largest contribution of a term to each equation, |coefficient| × size: what coefficients are measured by. */
export const scalesOf = (
  { entries, grid }: Extended,
  sizes: ArrayLike<number>,
  values: ArrayLike<number>
): Float64Array => {
  const scales = new Float64Array(grid.d)
  for (const [j, { coordinate }] of entries.entries())
    scales[coordinate] = Math.max(scales[coordinate]!, Math.abs(values[j]!) * sizes[j]!)
  return scales
}
