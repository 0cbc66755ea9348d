/**
 * 95 % score interval of a proportion; the whole of 0 to 1 when nothing was tried. `trials` need not be whole.
 *
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference (1927), with z = 1.959964.
 */
export const wilson = (successes: number, trials: number): { readonly low: number; readonly high: number } => {
  if (trials === 0) return { low: 0, high: 1 }
  const z = 1.959964
  const share = successes / trials
  const scale = 1 + (z * z) / trials
  const centre = share + (z * z) / (2 * trials)
  const half = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))
  // At the ends the bound is the end itself; the formula reaches it only up to rounding.
  return {
    low: successes === 0 ? 0 : (centre - half) / scale,
    high: successes === trials ? 1 : (centre + half) / scale
  }
}
