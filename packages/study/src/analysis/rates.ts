import { wilson } from "@rulescope/core"
import type { Analysis } from "./columns.ts"
import { comparable } from "./comparable.ts"
import type { AxisLabel } from "./layout.ts"
import { partsOf } from "./means.ts"

/** How often something succeeded. */
export interface Rate {
  readonly successes: number
  /** Runs that tell; a failed run tells, of no success. */
  readonly trials: number
  readonly failed: number
  /** Runs that do not tell, such as those whose true rule is not known. */
  readonly unknown: number
  readonly seeds: number
  /** Independent trials that tell as much as these. */
  readonly effective: number
  readonly interval: { readonly low: number; readonly high: number }
}

/**
 * Independent trials that would vary as these, which come in blocks: p(1 − p) over the variance between blocks, at
 * least the number of blocks and at most the number of trials; the number of blocks where all went one way.
 *
 * Source: E. L. Korn, B. I. Graubard, Confidence intervals for proportions with small expected number of positive
 * counts estimated from survey data, Survey Methodology 24 (1998); the variance is that of a ratio.
 */
export const effectiveTrials = (successes: Float64Array, trials: Float64Array): number => {
  let blocks = 0
  let all = 0
  let good = 0
  for (let s = 0; s < trials.length; s++) {
    if (trials[s]! > 0) blocks++
    all += trials[s]!
    good += successes[s]!
  }
  if (blocks < 2 || good === 0 || good === all) return blocks
  const share = good / all
  let squares = 0
  for (let s = 0; s < trials.length; s++) squares += (successes[s]! - share * trials[s]!) ** 2
  const variance = ((blocks / (blocks - 1)) * squares) / all ** 2
  return Math.min(all, Math.max(blocks, (share * (1 - share)) / variance))
}

/**
 * Success of every part of the rows, for a metric that is 0 or 1, with Wilson's 95 % interval (core's `wilson`) at the
 * effective number of trials; `part` has the number of each row's part, −1 for none.
 */
const ratesOf = (analysis: Analysis, metric: string, part: Int32Array, parts: number): ReadonlyArray<Rate> => {
  const { rows, seed, seeds } = analysis
  const values = analysis.metric(metric)
  const good = new Float64Array(parts * seeds)
  const told = new Float64Array(parts * seeds)
  const failed = new Int32Array(parts)
  const unknown = new Int32Array(parts)
  for (let i = 0; i < rows.length; i++) {
    const own = part[i]!
    if (own < 0) continue
    if (rows[i]!.status === "failed") failed[own]!++
    if (Number.isNaN(values[i]!)) {
      unknown[own]!++
      continue
    }
    good[own * seeds + seed[i]!]! += values[i]!
    told[own * seeds + seed[i]!]!++
  }
  return Array.from({ length: parts }, (_, p) => {
    const successes = good.subarray(p * seeds, (p + 1) * seeds)
    const trials = told.subarray(p * seeds, (p + 1) * seeds)
    const total = successes.reduce((sum, n) => sum + n, 0)
    const all = trials.reduce((sum, n) => sum + n, 0)
    const effective = effectiveTrials(successes, trials)
    const interval = wilson(all === 0 ? 0 : (total / all) * effective, effective)
    const blocks = trials.reduce((sum, n) => sum + (n > 0 ? 1 : 0), 0)
    return {
      successes: total,
      trials: all,
      failed: failed[p]!,
      unknown: unknown[p]!,
      seeds: blocks,
      effective,
      interval
    }
  })
}

/** Success along an axis over the cells that compare, in the order of its values. */
export const axisRates = (
  analysis: Analysis,
  axis: number,
  metric: string
): ReadonlyArray<Rate & { readonly value: AxisLabel }> => {
  const { values } = analysis.axes[axis]!
  const part = partsOf(analysis, comparable(analysis, [axis]), (row) => analysis.level[axis]![row]!)
  const rates = ratesOf(analysis, metric, part, values.length)
  return values.map((value, v) => ({ value, ...rates[v]! }))
}

/** Success over all rows. */
export const overallRate = (analysis: Analysis, metric: string): Rate =>
  ratesOf(analysis, metric, new Int32Array(analysis.rows.length), 1)[0]!

/** Success in every cell, in the order of `points`. */
export const cellRates = (analysis: Analysis, metric: string): ReadonlyArray<Rate> =>
  ratesOf(analysis, metric, analysis.cell, analysis.points.length)
