import { type ClassTable, undetermined } from "@rulescope/lattice"
import { noiseFloors, shareAbove } from "./floors.ts"

/** Thresholds as used: `floors` from the data, and `given[state * states + next]`, null where the floor decides. */
export interface Reading {
  readonly labels: Uint8Array
  readonly floors: Float64Array
  /** Cells of every class that each next state has to exceed; null of a class without cells. */
  readonly needs: ReadonlyArray<ReadonlyArray<number | null>>
}

/**
 * The next state of a class is accepted when its share of the class's cells exceeds the threshold of its case
 * (state before → state after), strictly; a class is labelled when exactly one next state is accepted, and
 * undetermined when none is or several are. A threshold not given lies `strictness` standard deviations of a
 * binomial above the case's noise floor, so it is higher for classes seen less often.
 */
export const readLabels = (table: ClassTable, given: ReadonlyArray<number | null>, strictness: number): Reading => {
  const { counts, family } = table
  const { classes, states } = family
  const floors = noiseFloors(table)
  const needs: Array<ReadonlyArray<number | null>> = []
  const labels = Uint8Array.from(classes, ({ centre }, index) => {
    const row = counts.subarray(index * states, (index + 1) * states)
    const total = row.reduce((sum, count) => sum + count, 0)
    const shares = Array.from(row, (_, next) => {
      const at = centre * states + next
      return given[at] ?? shareAbove(floors[at]!, total, strictness)
    })
    needs.push(shares.map((share) => (total === 0 ? null : share * total)))
    if (total === 0) return undetermined
    let label = undetermined
    let accepted = 0
    for (let next = 0; next < states; next++) {
      if (row[next]! / total <= shares[next]!) continue
      accepted++
      label = next
    }
    return accepted === 1 ? label : undetermined
  })
  return { labels, floors, needs }
}
