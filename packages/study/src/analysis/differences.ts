import { blockMean, type MeanEstimate } from "./blockMean.ts"
import type { Analysis } from "./columns.ts"
import type { AxisLabel } from "./layout.ts"

/** How a value of an axis differs from the axis's baseline, pair by pair. */
export interface Difference extends MeanEstimate {
  readonly value: AxisLabel
  /** Runs at this value without a counterpart at the baseline, or where one of the two has no value. */
  readonly unpaired: number
}

/** What the other axes and the seed of every row are, as one number. */
const counterparts = ({ axes, level, rows, seed, seeds }: Analysis, axis: number): Float64Array => {
  const key = Float64Array.from(rows, (_, i) => seed[i]!)
  let radix = seeds
  for (const [a, { values }] of axes.entries()) {
    if (a === axis) continue
    for (let i = 0; i < key.length; i++) key[i]! += radix * level[a]![i]!
    radix *= values.length
  }
  return key
}

/**
 * Mean difference of a metric between each value of an axis and the axis's baseline, over pairs of runs that agree in
 * the seed and all other axes; null when the study names no baseline of the axis. The interval is that of `blockMean`
 * over the differences. Pairing takes out what the two share, as in a paired t test.
 */
export const differences = (analysis: Analysis, axis: number, metric: string): ReadonlyArray<Difference> | null => {
  const { baseline, values } = analysis.axes[axis]!
  if (baseline === null) return null
  const { draws, level, rows, seed, seeds } = analysis
  const reference = values.indexOf(baseline)
  const column = analysis.metric(metric)
  const key = counterparts(analysis, axis)
  const own = level[axis]!
  const at = new Map<number, number>()
  for (let i = 0; i < rows.length; i++) if (own[i] === reference) at.set(key[i]!, column[i]!)
  const sums = new Float64Array(values.length * seeds)
  const counts = new Float64Array(values.length * seeds)
  const unpaired = new Int32Array(values.length)
  for (let i = 0; i < rows.length; i++) {
    const difference = column[i]! - (at.get(key[i]!) ?? NaN)
    if (Number.isNaN(difference)) {
      unpaired[own[i]!]!++
      continue
    }
    sums[own[i]! * seeds + seed[i]!]! += difference
    counts[own[i]! * seeds + seed[i]!]!++
  }
  return values.flatMap((value, v) => {
    if (v === reference) return []
    const part = [v * seeds, (v + 1) * seeds] as const
    return [{ value, ...blockMean(sums.subarray(...part), counts.subarray(...part), draws), unpaired: unpaired[v]! }]
  })
}
