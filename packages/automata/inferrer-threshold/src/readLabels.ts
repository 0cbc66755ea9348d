import type { Asked } from "@rulescope/automata"
import { type ClassTable, undetermined } from "@rulescope/lattice"

/** Counts of a class that the report's rule asks for. */
type Counts = Omit<Asked, "counted">

/** What is asked of every class: more cells than α of its state, and β times as many as go elsewhere, where some do. */
export const askOf = (
  { counts, family }: ClassTable,
  alpha: ArrayLike<number>,
  beta: number
): ReadonlyArray<Counts> => {
  const { classes, states } = family
  return classes.map(({ centre }, index) => {
    const row = counts.subarray(index * states, (index + 1) * states)
    const total = row.reduce((sum, count) => sum + count, 0)
    const next = Array.from(row, (count, state) => {
      const competes = count > 0 && count < total && (state > 0 || states > 2)
      return competes ? beta * (total - count) : null
    })
    return { cells: alpha[centre]!, next }
  })
}

/**
 * Labels of the report's threshold rule (design.md, section 1): a class counts when its frequency exceeds
 * α of its state; then it goes live when C[live] > β · C[dead], both strict, and dead otherwise. A class that
 * does not count is undetermined. What is asked comes from `askOf`.
 *
 * Departs from source: the report leaves such classes out of the rule, which is the MIN of the range. With
 * more than two states the label is the state that exceeds β times all others together, else undetermined.
 */
export const readLabels = ({ counts, family }: ClassTable, asked: ReadonlyArray<Counts>): Uint8Array => {
  const { states } = family
  return Uint8Array.from(asked, ({ cells, next }, index) => {
    const row = counts.subarray(index * states, (index + 1) * states)
    const total = row.reduce((sum, count) => sum + count, 0)
    if (total <= (cells ?? 0)) return undetermined
    const accepted = row.findIndex((count, state) => (state > 0 || states > 2) && count > (next[state] ?? 0))
    if (accepted >= 0) return accepted
    return states === 2 ? 0 : undetermined
  })
}
