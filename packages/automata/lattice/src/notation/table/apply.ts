import { undetermined } from "../../family.ts"
import type { Orbits } from "../../symmetry/orbits.ts"
import { type Parsed, parsed, refused } from "../parsed.ts"
import type { Table, Transition } from "./read.ts"

/** Arrangements that one table may name in all: what a table of 2²⁴ lines without variables would. */
const most = 1 << 24

/**
 * Next state of every orbit of patterns: the first transition that names one of its patterns has it; where none does,
 * the cell stays as it is.
 */
export const applyTable = (text: string, table: Table, { of, representatives }: Orbits): Parsed<Uint8Array> => {
  const { grid, states, transitions } = table
  const places = grid.order.map((i) => states ** (grid.cells.offsets.length - 1 - i))
  const labels = new Uint8Array(representatives.length).fill(undetermined)
  let budget = most
  const expand = ({ inputs, output }: Transition): void => {
    const bound = new Map<string, number>()
    const place = (i: number, pattern: number): void => {
      if (budget-- < 0) return
      if (i === inputs.length) {
        const orbit = of[pattern]!
        const label = output.variable === null ? output.states[0]! : (bound.get(output.variable) ?? output.states[0]!)
        if (labels[orbit] === undetermined) labels[orbit] = label
        return
      }
      const { states: allowed, variable } = inputs[i]!
      const held = variable === null ? undefined : bound.get(variable)
      for (const state of held === undefined ? allowed : [held]) {
        if (variable !== null) bound.set(variable, state)
        place(i + 1, pattern + state * places[i]!)
      }
      if (variable !== null && held === undefined) bound.delete(variable)
    }
    place(0, 0)
  }
  for (const transition of transitions) {
    expand(transition)
    if (budget < 0)
      return refused(text, transition.at, "variables that name too many arrangements", "use fewer of them")
  }
  const own = states ** (grid.cells.offsets.length - 1 - grid.cells.centre)
  return parsed(
    labels.map((label, orbit) => (label === undetermined ? Math.floor(representatives[orbit]! / own) % states : label))
  )
}
