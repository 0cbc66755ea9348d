/**
 * Distribution function of the standard normal, by the continued fraction of Mills' ratio in the tails and the power
 * series in the middle (M. Abramowitz, I. A. Stegun, 1964, 26.2.10 and 26.2.14); accurate to 10⁻¹⁴.
 */
export const normalDistribution = (z: number): number => {
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)
  const size = Math.abs(z)
  if (size < 3) {
    let term = size
    let sum = size
    for (let n = 1; n < 100 && term > 1e-17 * sum; n++) {
      term *= (size * size) / (2 * n + 1)
      sum += term
    }
    return z < 0 ? 0.5 - density * sum : 0.5 + density * sum
  }
  let fraction = size
  for (let n = 60; n >= 1; n--) fraction = size + n / fraction
  return z < 0 ? density / fraction : 1 - density / fraction
}

/**
 * The standard normal value that is exceeded as often as χ² of so many degrees exceeds this one
 * (E. B. Wilson, M. M. Hilferty, 1931): within a few per cent for scores up to 8.
 */
export const normalScore = (chiSquare: number, degrees: number): number => {
  const width = 2 / (9 * degrees)
  return (Math.cbrt(chiSquare / degrees) - (1 - width)) / Math.sqrt(width)
}

/** A histogram of the probability integral transform, and how uniform it is. */
export interface Pit {
  /** Share of innovations in each of equally probable bins; 1 / bins each when the law holds. */
  readonly shares: Float64Array
  /** Standard score of the χ² of the shares: (χ² − degrees) / √(2 degrees). */
  readonly score: number
  /** Largest difference between the shares' sum and the diagonal, at the bins' edges: 0 to 1. */
  readonly distance: number
}

/** Whether innovations are standard normal: where in the predicted distribution each of them falls. NaN are left out. */
export const pitOf = (innovations: ArrayLike<number>, bins = 20): Pit => {
  const counts = new Float64Array(bins)
  let n = 0
  for (let t = 0; t < innovations.length; t++) {
    const z = innovations[t]!
    if (Number.isNaN(z)) continue
    const bin = Math.min(bins - 1, Math.floor(normalDistribution(z) * bins))
    counts[bin] = counts[bin]! + 1
    n++
  }
  const expected = n / bins
  let chiSquare = 0
  let sum = 0
  let distance = 0
  for (let b = 0; b < bins; b++) {
    chiSquare += (counts[b]! - expected) ** 2 / expected
    sum += counts[b]! / n
    distance = Math.max(distance, Math.abs(sum - (b + 1) / bins))
  }
  return {
    shares: counts.map((count) => count / n),
    score: (chiSquare - (bins - 1)) / Math.sqrt(2 * (bins - 1)),
    distance
  }
}
