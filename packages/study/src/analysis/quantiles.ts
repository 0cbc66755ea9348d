/** Distribution function of the standard normal. Source: Abramowitz & Stegun (1964), 7.1.26; absolute error < 1.5e-7. */
export const normalBelow = (z: number): number => {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const tail =
    (((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) *
      t *
      Math.exp(-x * x)) /
    2
  return z > 0 ? 1 - tail : tail
}

const z = 1.959964

/**
 * The 0.975 quantile of Student's t, for at least 4 degrees of freedom.
 *
 * Source: Abramowitz & Stegun (1964), 26.7.5, to the fourth order; error < 0.001 from 4 degrees on.
 */
export const studentQuantile = (freedom: number): number =>
  z +
  (z ** 3 + z) / 4 / freedom +
  (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96 / freedom ** 2 +
  (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384 / freedom ** 3 +
  (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160 / freedom ** 4

/** Brings the value of rank `k` to place `k`, smaller ones before it and larger ones after it (C. A. R. Hoare, 1961). */
const select = (values: Float64Array, k: number): number => {
  let [left, right] = [0, values.length - 1]
  while (left < right) {
    const pivot = values[k]!
    let [i, j] = [left, right]
    while (i <= j) {
      while (values[i]! < pivot) i++
      while (values[j]! > pivot) j--
      if (i > j) break
      const low = values[j]!
      values[j--] = values[i]!
      values[i++] = low
    }
    if (j < k) left = i
    if (k < i) right = j
  }
  return values[k]!
}

/**
 * Quantile of values, linear between two of them (definition 7 of R. J. Hyndman, Y. Fan, Sample quantiles, 1996). Puts
 * the values into another order, but does not sort them: a heat map asks for a thousand quantiles of 2000 values.
 */
export const quantile = (values: Float64Array, share: number): number => {
  const at = share * (values.length - 1)
  const below = Math.floor(at)
  const low = select(values, below)
  if (at === below) return low
  let high = Infinity
  for (let i = below + 1; i < values.length; i++) high = Math.min(high, values[i]!)
  return low + (at - below) * (high - low)
}
