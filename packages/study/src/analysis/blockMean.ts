import type { Draws } from "./draws.ts"
import { normalBelow, quantile, studentQuantile } from "./quantiles.ts"

/**
 * Fewest seeds for an interval. No percentile interval is wider than from the least to the largest seed, and with n
 * seeds that holds the centre of a symmetric distribution with probability 1 − 2^(1 − n): 93.75 % at 5, 87.5 % at 4.
 */
export const fewestSeeds = 5

/** A mean with its 95 % interval. */
export interface MeanEstimate {
  /** Null when no run has a value. */
  readonly mean: number | null
  /** Null with fewer than `fewestSeeds` seeds. */
  readonly interval: { readonly low: number; readonly high: number } | null
  /** Values that the mean is of, and the seeds that they come from. */
  readonly values: number
  readonly seeds: number
}

/** Share in either tail so that a percentile interval of a normal mean is as wide as Student's. */
const tailOf = (blocks: number): number => normalBelow(-Math.sqrt(blocks / (blocks - 1)) * studentQuantile(blocks - 1))

/**
 * The mean of all values, with a bootstrap interval over seeds as blocks: runs of one seed share their data, so seeds
 * are what is drawn with replacement, each with all of its values; the mean of a resample is its sum over its number.
 *
 * Sources: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapters 8 (units that are resampled
 * whole) and 13 (percentile interval); T. C. Hesterberg, What teachers should know about the bootstrap, The American
 * Statistician 69 (2015), the expanded percentile interval, which takes the tails further out so that few blocks do
 * not give too narrow an interval.
 */
export const blockMean = (sums: Float64Array, counts: Float64Array, draws: Draws): MeanEstimate => {
  const present: Array<number> = []
  let sum = 0
  let count = 0
  for (let s = 0; s < counts.length; s++) {
    if (counts[s] === 0) continue
    present.push(s)
    sum += sums[s]!
    count += counts[s]!
  }
  const seeds = present.length
  const mean = count === 0 ? null : sum / count
  if (mean === null || seeds < fewestSeeds) return { mean, interval: null, values: count, seeds }
  const own = {
    sums: Float64Array.from(present, (s) => sums[s]!),
    counts: Float64Array.from(present, (s) => counts[s]!)
  }
  const taken = draws.of(seeds)
  const means = new Float64Array(draws.replicates)
  // As many values of every seed: any resample has as many as there are.
  const even = own.counts.every((one) => one === own.counts[0])
  for (let r = 0; r < means.length; r++) {
    const start = r * seeds
    let total = 0
    for (let s = 0; s < seeds; s++) total += taken[start + s]! * own.sums[s]!
    let weight = count
    if (!even) {
      weight = 0
      for (let s = 0; s < seeds; s++) weight += taken[start + s]! * own.counts[s]!
    }
    means[r] = total / weight
  }
  const tail = tailOf(seeds)
  return { mean, interval: { low: quantile(means, tail), high: quantile(means, 1 - tail) }, values: count, seeds }
}
