import type { Family, Observation } from "@rulescope/lattice"
import { Counters } from "./codeLength.ts"
import type { Rival } from "./Judgement.ts"
import { type Cell, eachCell } from "./surroundings.ts"

/** Something beside its class that the next state may depend on: a small number for each cell, −1 where it is not known. */
interface Suspect {
  readonly rival: Rival
  readonly of: (cell: Cell) => number
}

const suspects: ReadonlyArray<Suspect> = [
  {
    rival: {
      kind: "family",
      says: "the next state depends on where the live cells are, not only on how many",
      remedy: "try --family auto"
    },
    of: () => 0
  },
  {
    rival: {
      kind: "second-order",
      says: "the next state depends on the generation before as well: a second-order rule",
      remedy: "no family here has a memory; look for one outside"
    },
    of: ({ before }) => before
  },
  {
    rival: {
      kind: "alternating",
      says: "odd and even generations follow different rules: an alternating rule",
      remedy: "read the odd and the even transitions on their own"
    },
    of: ({ t }) => t & 1
  },
  {
    rival: {
      kind: "blocks",
      says: "the next state depends on whether row, column and generation are odd: a block automaton (Margolus neighbourhood)",
      remedy: "no family here has blocks; look for one outside"
    },
    of: ({ t, x, y }) => (x & 1) + 2 * (y & 1) + 4 * (t & 1)
  },
  {
    rival: {
      kind: "further",
      says: "the next state depends on cells further away: a larger neighbourhood, or generations that are missing",
      remedy: "try --stride auto"
    },
    of: ({ around }) => around
  }
]

/** Values that a suspect may have, at most. */
const values = 64

/** Share of what a class leaves open that a suspect has to explain. */
const explains = 0.5

/**
 * What else decides the next state, if something does: what makes the outcomes at least half as long to write down as class
 * or pattern alone (`Counters.nats`), the shortest of all. Noise shortens them by a few per cent at most.
 */
export const otherDependence = (family: Family, observations: ReadonlyArray<Observation>): Rival | null => {
  const { neighbourhood, partition, states } = family
  const tables = suspects.map(() => ({
    byClass: new Counters(states),
    byPattern: new Counters(states),
    classAlone: new Counters(states),
    patternAlone: new Counters(states)
  }))
  eachCell(neighbourhood, states, observations, (cell) => {
    const index = partition![cell.pattern]!
    for (const [i, { of }] of suspects.entries()) {
      const value = of(cell)
      if (value < 0) continue
      const { byClass, byPattern, classAlone, patternAlone } = tables[i]!
      classAlone.add(index, cell.next)
      patternAlone.add(cell.pattern, cell.next)
      if (i === 0) continue
      byClass.add(index * values + value, cell.next)
      byPattern.add(cell.pattern * values + value, cell.next)
    }
  })
  let found: { readonly rival: Rival; readonly left: number } | null = null
  for (const [i, { rival }] of suspects.entries()) {
    const { byClass, byPattern, classAlone, patternAlone } = tables[i]!
    const [ofClass, ofPattern] = [classAlone.nats(), patternAlone.nats()]
    const [alone, known] =
      i === 0 ? [ofClass, ofPattern] : [Math.min(ofClass, ofPattern), Math.min(byClass.nats(), byPattern.nats())]
    const left = known / alone
    if (alone > 0 && left <= 1 - explains && (found === null || left < found.left)) found = { rival, left }
  }
  return found?.rival ?? null
}
