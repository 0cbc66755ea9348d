/**
 * Posterior of every label from leads in log-likelihood, `lead[class * states + label]` (0 for the best label),
 * each class on its own; the leads are divided by `temper` first.
 */
export const posteriorOf = (lead: Float64Array, states: number, temper: number): Float64Array => {
  const posterior = new Float64Array(lead.length)
  for (let row = 0; row < lead.length; row += states) {
    const least = Math.min(...lead.subarray(row, row + states))
    let sum = 0
    for (let label = 0; label < states; label++) sum += Math.exp((least - lead[row + label]!) / temper)
    for (let label = 0; label < states; label++) {
      posterior[row + label] = Math.exp((least - lead[row + label]!) / temper) / sum
    }
  }
  return posterior
}

/** Log-odds beyond which the sampler is not believed: about one claim in ten thousand is wrong however sure it is. */
const surest = Math.log(9999)

/** Posterior `[dead, live]` of every class from log-odds of live, at most 0.9999. */
export const posteriorOfOdds = (logOdds: Float64Array): Float64Array => {
  const posterior = new Float64Array(2 * logOdds.length)
  for (const [index, odds] of logOdds.entries()) {
    const z = Math.max(-surest, Math.min(odds, surest))
    posterior[2 * index] = 1 / (1 + Math.exp(z))
    posterior[2 * index + 1] = 1 / (1 + Math.exp(-z))
  }
  return posterior
}
