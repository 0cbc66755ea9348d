import { outcomeError } from "@rulescope/noise"
import type { Evidence } from "../Evidence.ts"
import { logSum } from "../logSum.ts"
import { expect, type Fit, fit } from "./fit.ts"
import { moderate } from "./moderate.ts"
import { noSpillOver, spillOver } from "./spillOver.ts"

/**
 * Rates that are tried, as multiples of the share of cells outside the majority of their class. A cell recorded wrong
 * is seen in each of the neighbourhoods it takes part in, a misfiring transition once.
 */
const multiples = { observation: [0, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1], dynamic: [0, 1 / 2, 1, 2] }
const highest = { observation: 0.3, dynamic: 0.4 }
/** Concentrations of outcomes about what the rates lead to expect: from "anything goes" to "all classes alike". */
const concentrations = Array.from({ length: 7 }, (_, i) => 4 ** i)

/** Counted up when the same tables give other posteriors. */
export const confidence = { id: "confidence", version: 1 }

/** Weight below which a fit is left out. */
const negligible = 1e-6

/** What is looked at: the cells seen in each class, and what followed. */
type Looked = Pick<Evidence, "census" | "observed">

/** Adds the posterior of the labels of every class, from their log-likelihoods, with a weight. */
const add = (posterior: Float64Array, logs: Float64Array, states: number, weight: number): void => {
  for (let row = 0; row < logs.length; row += states) {
    const most = Math.max(...logs.subarray(row, row + states))
    const odds = logs.subarray(row, row + states).map((log) => Math.exp(log - most))
    const all = odds.reduce((sum, value) => sum + value, 0)
    for (let label = 0; label < states; label++) posterior[row + label]! += (weight * odds[label]!) / all
  }
}

/** Fits of all rates and concentrations. */
const fitAll = ({ census, observed }: Looked, share: number): ReadonlyArray<Fit> => {
  const { family } = observed
  const { states } = family
  return multiples.observation.flatMap((cells) => {
    const observation = Math.min(cells * share, highest.observation)
    const spilt = observation === 0 ? noSpillOver(family) : spillOver(family, census, observation)
    return multiples.dynamic.flatMap((misfires) => {
      const dynamic = Math.min(misfires * share, highest.dynamic)
      if (observation + dynamic === 0) return []
      const expected = expect(spilt, observed, outcomeError({ observation, dynamic }, states))
      return concentrations.map((concentration) => fit(observed, expected, concentration))
    })
  })
}

/**
 * Posterior probability of every label of every class, `posterior[class * states + label]`, from the outcomes seen in
 * it. Labels are equally likely beforehand; a class never seen stays at 1 / states.
 *
 * When no cell is outside the majority of its class, cells err with rate 1 / (cells + 2). Otherwise there is noise: a cell recorded
 * wrong moves cells from class to class, so a class holds its own cells and what spilt over from others, and a majority that
 * the spill-over alone explains proves nothing; a misfiring transition hits all classes alike. Both rates, and how closely
 * classes keep to what is expected of them, are averaged out over a grid, weighted by the likelihood of the table.
 */
export const labelPosterior = (looked: Looked): Float64Array => {
  let posterior = known.get(looked.observed)
  if (posterior === undefined) known.set(looked.observed, (posterior = computePosterior(looked)))
  return posterior.slice()
}

/** A study reads one table with many thresholds: the posterior is that of the table. */
const known = new WeakMap<Evidence["observed"], Float64Array>()

const computePosterior = (looked: Looked): Float64Array => {
  const { counts, family } = looked.observed
  const { classes, states } = family
  const posterior = new Float64Array(counts.length)
  const rows = classes.map((_, index) => counts.subarray(index * states, (index + 1) * states))
  const cells = counts.reduce((sum, count) => sum + count, 0)
  const errors = cells - rows.reduce((sum, row) => sum + Math.max(...row), 0)
  const share = (errors + 1) / (cells + 2)
  if (errors === 0) {
    const gain = Math.log((1 - share) / (share / (states - 1)))
    add(
      posterior,
      counts.map((count) => gain * count),
      states,
      1
    )
    return posterior
  }
  const fits = fitAll(looked, share)
  const all = logSum(fits.map(({ total }) => total))
  const kept = fits.filter(({ total }) => total - all > Math.log(negligible))
  const weights = logSum(kept.map(({ total }) => total))
  for (const { logs, total } of kept) add(posterior, logs, states, Math.exp(total - weights))
  for (const [index] of rows.entries()) moderate(posterior.subarray(index * states, (index + 1) * states))
  return posterior
}
