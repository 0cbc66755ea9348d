import { type Census, type Rule, rowTotal, ruleTable } from "@rulescope/lattice"
import { inverseRate, outcomeError, spread } from "@rulescope/noise"
import type { Noise } from "@rulescope/automata"

/** Every cell of a pattern wrong with the same rate; applied in place. */
export const spreadCells = (table: Float64Array, rule: Rule, rate: number): Float64Array => {
  const { neighbourhood, states } = rule.family
  spread(table, states, new Float64Array(neighbourhood.offsets.length).fill(rate))
  return table
}

/** How often each recorded pattern was met with a recorded outcome. */
export const patternsMet = ({ counts, states }: Census): Float64Array =>
  Float64Array.from({ length: counts.length / states }, (_, pattern) => rowTotal(counts, states, pattern))

/**
 * Accuracy that the rule is expected to reach on recorded frames when it is true and the noise is as stated.
 *
 * For a true pattern p it is the chance a(p) that the rule, applied to the recorded neighbourhood, gives the
 * recorded outcome. How often true patterns occur is not known, but how often recorded ones do; K being the kernel
 * that recording applies, the sum of a over true patterns is the sum of K⁻¹a over recorded ones (without bias).
 */
export const expectedAccuracy = (rule: Rule, census: Census, noise: Noise): number => {
  const { states } = rule.family
  const table = ruleTable(rule)
  const error = outcomeError(noise, states)
  const agree = new Float64Array(table.length)
  const decided = spreadCells(
    Float64Array.from(table, (next) => (next < states ? 1 : 0)),
    rule,
    noise.observation
  )
  for (let label = 0; label < states; label++) {
    const same = spreadCells(
      Float64Array.from(table, (next) => (next === label ? 1 : 0)),
      rule,
      noise.observation
    )
    for (let pattern = 0; pattern < table.length; pattern++) {
      if (table[pattern] !== label) continue
      agree[pattern] = (1 - error) * same[pattern]! + (error / (states - 1)) * (decided[pattern]! - same[pattern]!)
    }
  }
  // Of a true pattern without a label nothing better is known than chance.
  for (let pattern = 0; pattern < table.length; pattern++) {
    if (table[pattern]! >= states) agree[pattern] = decided[pattern]! / states
  }
  const back = inverseRate(noise.observation, states)
  spreadCells(agree, rule, back)
  spreadCells(decided, rule, back)
  let [right, all] = [0, 0]
  for (const [pattern, met] of patternsMet(census).entries()) {
    right += met * agree[pattern]!
    all += met * decided[pattern]!
  }
  return all === 0 ? 0 : Math.min(Math.max(right / all, 0), 1)
}

/** Standard deviations and relative error of the noise that the interval allows for. */
const [deviations, uncertain] = [3.29, 0.05]

/**
 * Interval of the accuracy that a true rule reaches: the expectation at 5 % more and 5 % less noise, 3.29 standard
 * deviations of a binomial wider (99.9 %), in which every recorded cell takes part in as many comparisons as its
 * neighbourhood has cells, and one more.
 */
export const attainable = (
  rule: Rule,
  census: Census,
  noise: Noise,
  compared: number
): { readonly low: number; readonly high: number } => {
  const at = (factor: number): number => {
    const observation = Math.min(noise.observation * factor, 0.45)
    return expectedAccuracy(rule, census, { observation, dynamic: Math.min(noise.dynamic * factor, 0.45) })
  }
  const expected = at(1)
  const correlated = rule.family.neighbourhood.offsets.length + 1
  const slack =
    deviations * Math.sqrt((correlated * expected * (1 - expected)) / Math.max(compared, 1)) + 1 / Math.max(compared, 1)
  return {
    low: Math.max(0, Math.min(at(1 + uncertain), expected) - slack),
    high: Math.min(1, Math.max(at(1 - uncertain), expected) + slack)
  }
}
