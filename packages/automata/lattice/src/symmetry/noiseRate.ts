import { type Census, observedPatterns, rowTotal } from "../census/census.ts"

/**
 * Imaginary agreeing observations added to the estimate of the noise rate: until repeated patterns show
 * better, one outcome in 20 is taken for noise.
 */
const assumed = 20

const largest = (row: Float64Array): number => row.reduce((most, count) => Math.max(most, count), 0)

/**
 * Rate at which the same pattern is followed by another outcome than its majority, by the rule of succession
 * over repeated observations, above 0 and at most 0.5. No pattern is compared with another, so it holds
 * whatever the symmetry of the rule; recorded flips count up to once for every cell of the neighbourhood,
 * so it errs on the side of noise.
 */
export const noiseRate = (census: Census): number => {
  const { counts, states } = census
  let minority = 0
  let repeats = 0
  for (const pattern of observedPatterns(census)) {
    const row = counts.subarray(pattern * states, (pattern + 1) * states)
    const total = rowTotal(counts, states, pattern)
    minority += total - largest(row)
    // Weighted censuses hold patterns seen less than once.
    repeats += Math.max(0, total - 1)
  }
  return Math.min(0.5, (minority + 1) / (repeats + assumed))
}

/**
 * How many observations of a pattern may be another pattern with one cell misread, at most: the observations of
 * all patterns one cell away times the noise rate, and three standard deviations more. A rare pattern beside a
 * frequent one is seen mostly by mistake.
 */
export const misreadings = (census: Census, pattern: number, rate: number): number => {
  const { counts, neighbourhood, states } = census
  let beside = 0
  let place = 1
  for (let cell = 0; cell < neighbourhood.offsets.length; cell++) {
    const digit = Math.floor(pattern / place) % states
    for (let other = 0; other < states; other++) {
      if (other !== digit) beside += rowTotal(counts, states, pattern + (other - digit) * place)
    }
    place *= states
  }
  const expected = (rate * beside) / (states - 1)
  return expected + 3 * Math.sqrt(expected)
}
