import { logSum } from "../logSum.ts"

/** How well the best labelling of a partition can do, seen from the counts alone. */
export interface Tally {
  /** Classes that occur. */
  readonly observed: number
  /** Cells outside the majority of their class. */
  readonly contradicted: number
  /** Outcomes of each class that occurs. */
  readonly rows: ReadonlyArray<Float64Array>
}

const total = (row: Float64Array): number => row.reduce((sum, count) => sum + count, 0)

/** Looks at a table of outcomes by class, `counts[class * states + next]`. */
export const tally = (counts: Float64Array, states: number): Tally => {
  const rows: Array<Float64Array> = []
  for (let row = 0; row < counts.length; row += states) {
    const seen = counts.subarray(row, row + states)
    if (seen.some((count) => count > 0)) rows.push(seen)
  }
  return {
    rows,
    observed: rows.length,
    contradicted: rows.reduce((sum, row) => sum + total(row) - Math.max(...row), 0)
  }
}

/** Misfire rates over which the likelihood is averaged: 97 values from 10⁻¹² to 0.5, evenly on a logarithmic scale. */
const rates: ReadonlyArray<number> = Array.from({ length: 97 }, (_, i) =>
  Math.exp(Math.log(1e-12) + (i / 96) * Math.log(0.5e12))
)

/**
 * Logarithm of the marginal likelihood of a partition: every labelling is equally likely beforehand and a cell
 * misfires with an unknown rate, log-uniform over 10⁻¹² to 0.5; labels and rate are averaged out. A partition pays
 * log(states) for every class it needs, so a finer one wins only when it removes contradictions.
 */
export const scoreMisfires = ({ rows }: Tally, states: number): number => {
  if (rows.length === 0) return 0
  return logSum(
    rates.map((rate) => {
      const right = Math.log(1 - rate)
      const wrong = Math.log(rate / (states - 1))
      return rows.reduce((sum, row) => {
        const all = total(row)
        return sum + logSum(Array.from(row, (count) => count * right + (all - count) * wrong)) - Math.log(states)
      }, -Math.log(rates.length))
    })
  )
}
