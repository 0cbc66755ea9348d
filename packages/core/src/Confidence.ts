import type { ClassTable } from "@rulescope/automata"
import { logGamma } from "./logGamma.ts"
import { logSum } from "./logSum.ts"

/** Concentrations of misfire rates over classes that are tried: from "anything goes" to "all classes alike". */
const concentrations = Array.from({ length: 13 }, (_, i) => 2 ** i)
/** Mean rates that are tried, as multiples of the share of cells outside the majority of their class. */
const multiples = [1, 2, 4, 8, 16, 32]
const highestMean = 0.4

/** log P(k errors in n cells), the rate from a beta distribution with this mean and concentration (beta-binomial). */
const logErrors = (k: number, n: number, mean: number, concentration: number): number => {
  const a = mean * concentration
  const b = concentration - a
  return (
    logGamma(k + a) +
    logGamma(n - k + b) -
    logGamma(n + concentration) -
    (logGamma(a) + logGamma(b) - logGamma(concentration))
  )
}

/** Weight below which a mean and concentration are left out. */
const negligible = 1e-6

const normalise = (row: Float64Array): void => {
  const sum = row.reduce((total, p) => total + p, 0)
  for (let i = 0; i < row.length; i++) row[i]! /= sum
}

/** Log-odds up to which a majority means what it says, what counts of those beyond, and the highest stated. */
const [plain, beyond, surest] = [4, 0.4, Math.log(9999)]

/**
 * Moderates the likeliest label of a class. Outcomes of a class are not independent: a world at rest shows one cell
 * over and over, and a cell recorded wrong moves its neighbours to other classes. Counts beyond log-odds of 4 are
 * taken for less, so that what is stated holds for random rules, densities, lengths and noise (docs/inferrers.md).
 */
const moderate = (row: Float64Array): void => {
  const best = row.indexOf(Math.max(...row))
  const rest = 1 - row[best]!
  const z = Math.log(row[best]! / Math.max(rest, 1e-300))
  if (z <= plain) return
  const stated = 1 / (1 + Math.exp(-Math.min(surest, plain + beyond * (z - plain))))
  for (let i = 0; i < row.length; i++) {
    row[i] = i === best ? stated : (1 - stated) * (rest > 0 ? row[i]! / rest : 1 / (row.length - 1))
  }
}

/** Adds the posterior of the labels of a class from their log-likelihoods. */
const add = (posterior: Float64Array, row: number, logs: ReadonlyArray<number>, share = 1): void => {
  const most = Math.max(...logs)
  const weights = logs.map((log) => Math.exp(log - most))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  for (const [label, weight] of weights.entries()) posterior[row + label]! += (share * weight) / all
}

/**
 * Posterior probability of every label of every class, `posterior[class * states + label]`, when cells are
 * against their class's label with a rate of the class's own, and such errors fall on all other states alike.
 * Labels are equally likely beforehand; a class never seen stays at 1 / states.
 *
 * The rates come from a beta distribution; its mean and concentration are averaged out over a grid, weighted by the
 * likelihood of the table. Misfiring transitions hit all classes alike: the rates concentrate and a majority is nearly a proof.
 * Wrongly recorded cells move cells between classes, rare ones most: the rates differ, and a majority proves little.
 * When no cell is outside the majority of its class, one rate is taken for all, (0 + 1) / (cells + 2).
 */
export const labelPosterior = (table: ClassTable): Float64Array => {
  let posterior = known.get(table)
  if (posterior === undefined) known.set(table, (posterior = computePosterior(table)))
  return posterior.slice()
}

/** A study reads one table with many thresholds: the posterior is that of the table. */
const known = new WeakMap<ClassTable, Float64Array>()

const computePosterior = ({ counts, family }: ClassTable): Float64Array => {
  const { states } = family
  const posterior = new Float64Array(counts.length)
  const rows: Array<{ readonly row: number; readonly seen: Float64Array; readonly total: number }> = []
  let cells = 0
  let errors = 0
  for (let row = 0; row < counts.length; row += states) {
    const seen = counts.subarray(row, row + states)
    const total = seen.reduce((sum, count) => sum + count, 0)
    cells += total
    errors += total - Math.max(...seen)
    rows.push({ row, seen, total })
  }
  const rate = (errors + 1) / (cells + 2)
  if (errors === 0) {
    const gain = Math.log((1 - rate) / (rate / (states - 1)))
    for (const { row, seen } of rows) {
      const logs = Array.from(seen, (count) => gain * count)
      add(posterior, row, logs)
    }
    return posterior
  }
  const logsOf = (seen: Float64Array, total: number, mean: number, concentration: number): ReadonlyArray<number> =>
    Array.from(
      seen,
      (count) => logErrors(total - count, total, mean, concentration) - (total - count) * Math.log(states - 1)
    )
  const fits: Array<{ readonly mean: number; readonly concentration: number; readonly log: number }> = []
  for (const mean of new Set(multiples.map((multiple) => Math.min(multiple * rate, highestMean)))) {
    for (const concentration of concentrations) {
      let log = 0
      for (const { seen, total } of rows) if (total > 0) log += logSum(logsOf(seen, total, mean, concentration))
      fits.push({ mean, concentration, log })
    }
  }
  const all = logSum(fits.map(({ log }) => log))
  for (const { concentration, log, mean } of fits) {
    const weight = Math.exp(log - all)
    if (weight < negligible) continue
    for (const { row, seen, total } of rows) add(posterior, row, logsOf(seen, total, mean, concentration), weight)
  }
  for (const { row } of rows) {
    normalise(posterior.subarray(row, row + states))
    moderate(posterior.subarray(row, row + states))
  }
  return posterior
}
