import type { ClassTable } from "@rulescope/automata"

/**
 * Posterior probability of every label of every class, `posterior[class * states + label]`, when a
 * deterministic rule misfires with one unknown rate and errors fall on all other states alike.
 *
 * The rate is the share of cells outside their class's majority, by Laplace's rule of succession
 * ((errors + 1) / (cells + 2)); labels are equally likely beforehand. A class never seen stays at 1 / states.
 */
export const labelPosterior = ({ counts, family }: ClassTable): Float64Array => {
  const { states } = family
  const posterior = new Float64Array(counts.length)
  let cells = 0
  let errors = 0
  for (let row = 0; row < counts.length; row += states) {
    const seen = counts.subarray(row, row + states)
    const total = seen.reduce((sum, count) => sum + count, 0)
    cells += total
    errors += total - Math.max(...seen)
  }
  const rate = (errors + 1) / (cells + 2)
  // Each cell that agrees with a label multiplies its odds by this.
  const gain = Math.log((1 - rate) / (rate / (states - 1)))
  for (let row = 0; row < counts.length; row += states) {
    const seen = counts.subarray(row, row + states)
    const most = Math.max(...seen)
    let sum = 0
    for (let label = 0; label < states; label++) sum += Math.exp(gain * (seen[label]! - most))
    for (let label = 0; label < states; label++) posterior[row + label] = Math.exp(gain * (seen[label]! - most)) / sum
  }
  return posterior
}
