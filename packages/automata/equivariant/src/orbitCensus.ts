import { type Census, type Orbits, rowTotal } from "@rulescope/lattice"

/** A census in which one pattern speaks for its orbit. */
export interface OrbitCensus extends Census {
  /** `counts[pattern * states + next]`: totals of the orbit at its representative, 0 at all other patterns. */
  readonly counts: Float64Array
  /** The patterns of an orbit that occur, by its representative. */
  readonly observed: ReadonlyMap<number, ReadonlyArray<number>>
}

/**
 * The census added up over orbits. To an invariant network it is the same training problem: the loss over orbits,
 * counts added up, is the loss over patterns, gradient included.
 */
export const foldOrbits = (census: Census, { of, representatives }: Orbits): OrbitCensus => {
  const { states } = census
  const counts = new Float64Array(census.counts.length)
  const observed = new Map<number, Array<number>>()
  for (let pattern = 0; pattern < of.length; pattern++) {
    const representative = representatives[of[pattern]!]!
    if (rowTotal(census.counts, states, pattern) > 0) {
      const members = observed.get(representative)
      if (members === undefined) observed.set(representative, [pattern])
      else members.push(pattern)
    }
    for (let next = 0; next < states; next++) {
      counts[representative * states + next]! += census.counts[pattern * states + next]!
    }
  }
  return { neighbourhood: census.neighbourhood, states, counts, observed }
}
