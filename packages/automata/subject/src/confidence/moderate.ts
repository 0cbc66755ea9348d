/** Log-odds up to which a posterior means what it says, what counts of those beyond, and the highest stated. */
const [plain, beyond, surest] = [4, 0.4, Math.log(9999)]

/**
 * Moderates the likeliest label of a class, in place. Outcomes of a class are not independent: a world at rest shows
 * one cell over and over, and a cell recorded wrong takes part in many neighbourhoods. Log-odds beyond 4 are taken for
 * less, so that what is stated holds for random rules, densities, lengths and noise (docs/inferrers.md).
 */
export const moderate = (row: Float64Array): void => {
  const best = row.indexOf(Math.max(...row))
  const rest = 1 - row[best]!
  const z = Math.log(row[best]! / Math.max(rest, 1e-300))
  if (z <= plain) return
  const stated = 1 / (1 + Math.exp(-Math.min(surest, plain + beyond * (z - plain))))
  for (let i = 0; i < row.length; i++) {
    row[i] = i === best ? stated : (1 - stated) * (rest > 0 ? row[i]! / rest : 1 / (row.length - 1))
  }
}
