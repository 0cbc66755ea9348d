import type { Prediction } from "@rulescope/flow"
import type { Averages } from "./averages.ts"

/** Distance on the circle or on the line. */
const apart = (isPhase: boolean, difference: number): number =>
  isPhase ? difference - 2 * Math.PI * Math.round(difference / (2 * Math.PI)) : difference

/**
 * Averages over the bins near each state, weighted by visits and by a Gaussian of their distance (E. A. Nadaraya, 1964;
 * G. S. Watson, 1964). Where no visited bin is within five widths, the nearest ones count alone. The drift is the mean
 * increment over the interval: half an interval behind where it bends.
 */
export const smooth = (averages: Averages, width: number, states: Float64Array): Prediction => {
  const { counts, covariances, interval, means, space, states: centres, widths } = averages
  const d = space.coordinates.length
  const cells = counts.length
  const rows = states.length / d
  const increment = new Float64Array(rows * d)
  const noise = new Float64Array(rows * d * d)
  const isPhase = space.coordinates.map(({ kind }) => kind === "phase")
  const distances = new Float64Array(cells)
  for (let r = 0; r < rows; r++) {
    let nearest = Number.POSITIVE_INFINITY
    for (let c = 0; c < cells; c++) {
      let square = 0
      for (let k = 0; k < d; k++)
        square += (apart(isPhase[k]!, states[r * d + k]! - centres[c * d + k]!) / (width * widths[k]!)) ** 2
      distances[c] = square
      if (square < nearest) nearest = square
    }
    let total = 0
    for (let c = 0; c < cells; c++) {
      if (distances[c]! > nearest + 50) continue
      const weight = counts[c]! * Math.exp(-0.5 * (distances[c]! - nearest))
      total += weight
      for (let k = 0; k < d; k++) increment[r * d + k] = increment[r * d + k]! + weight * means[c * d + k]!
      for (let i = 0; i < d * d; i++)
        noise[r * d * d + i] = noise[r * d * d + i]! + weight * covariances[c * d * d + i]!
    }
    for (let k = 0; k < d; k++) increment[r * d + k] = increment[r * d + k]! / total
    for (let i = 0; i < d * d; i++) noise[r * d * d + i] = noise[r * d * d + i]! / (total * interval)
  }
  return { drift: increment.map((value) => value / interval), increment, noise }
}
