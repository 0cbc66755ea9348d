import { blockMean, type MeanEstimate } from "./blockMean.ts"
import type { Analysis } from "./columns.ts"
import { comparable } from "./comparable.ts"
import type { AxisLabel } from "./layout.ts"

/** How many rows a part of a study has, and how many of them failed. */
interface Runs {
  readonly runs: number
  readonly failed: number
}

/** Mean of a metric over some rows, with what is left out of it in sight. */
export interface PartMean extends MeanEstimate, Runs {}

/** Mean of a metric over every part of the rows; `part` has the number of each row's part, −1 for none. */
const meansOf = (analysis: Analysis, metric: string, part: Int32Array, parts: number): ReadonlyArray<PartMean> => {
  const { draws, rows, seed, seeds } = analysis
  const values = analysis.metric(metric)
  const sums = new Float64Array(parts * seeds)
  const counts = new Float64Array(parts * seeds)
  const runs = new Int32Array(parts)
  const failed = new Int32Array(parts)
  for (let i = 0; i < rows.length; i++) {
    const own = part[i]!
    if (own < 0) continue
    runs[own]!++
    if (rows[i]!.status === "failed") failed[own]!++
    if (Number.isNaN(values[i]!)) continue
    sums[own * seeds + seed[i]!]! += values[i]!
    counts[own * seeds + seed[i]!]!++
  }
  return Array.from({ length: parts }, (_, p) => {
    const own = [sums, counts].map((all) => all.subarray(p * seeds, (p + 1) * seeds)) as [Float64Array, Float64Array]
    return { ...blockMean(...own, draws), runs: runs[p]!, failed: failed[p]! }
  })
}

/** One value of an axis with the mean of a metric over all runs that have it. */
export interface Marginal extends PartMean {
  readonly value: AxisLabel
}

/** The part of every row; −1 for rows of cells that do not count. */
export const partsOf = ({ cell }: Analysis, counted: Uint8Array, part: (row: number) => number): Int32Array =>
  cell.map((c, row) => (counted[c] === 1 ? part(row) : -1))

/** Marginal means of a metric along an axis over the cells that compare, in the order of its values. */
export const marginals = (analysis: Analysis, axis: number, metric: string): ReadonlyArray<Marginal> => {
  const { values } = analysis.axes[axis]!
  const part = partsOf(analysis, comparable(analysis, [axis]), (row) => analysis.level[axis]![row]!)
  const means = meansOf(analysis, metric, part, values.length)
  return values.map((value, v) => ({ value, ...means[v]! }))
}

/** Mean of a metric over all rows. */
export const overallMean = (analysis: Analysis, metric: string): PartMean =>
  meansOf(analysis, metric, new Int32Array(analysis.rows.length), 1)[0]!

/** Means of a metric in every cell, in the order of `points`. */
export const cellMeans = (analysis: Analysis, metric: string): ReadonlyArray<PartMean> =>
  meansOf(analysis, metric, analysis.cell, analysis.points.length)

/** Means of a metric for every pair of values of two axes, over everything else. */
export interface Interaction {
  readonly rows: ReadonlyArray<AxisLabel>
  readonly columns: ReadonlyArray<AxisLabel>
  /** Row after row; `runs` is 0 where the study has none. */
  readonly cells: ReadonlyArray<PartMean>
}

/** The table of axis `down` against axis `across`, over the cells that compare. */
export const interaction = (analysis: Analysis, down: number, across: number, metric: string): Interaction => {
  const rows = analysis.axes[down]!.values
  const columns = analysis.axes[across]!.values
  const part = partsOf(
    analysis,
    comparable(analysis, [down, across]),
    (row) => analysis.level[down]![row]! * columns.length + analysis.level[across]![row]!
  )
  return { rows, columns, cells: meansOf(analysis, metric, part, rows.length * columns.length) }
}
