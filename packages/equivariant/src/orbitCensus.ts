import { type Census, type Orbits, orbits } from "@rulescope/automata"
import type { Action } from "./action.ts"

/** A census added up over orbits: all that a model invariant under the group can learn from it. */
export interface OrbitCensus {
  readonly orbits: Orbits
  /** `counts[orbit * states + next]`. */
  readonly counts: Float64Array
  /** How many patterns of each orbit occur. */
  readonly observed: Uint32Array
}

/** Orbits of all patterns under an action; few enough patterns to list are assumed. */
export const orbitsOf = ({ cells, group, permutations }: Action, states: number): Orbits =>
  orbits(
    cells,
    states,
    group.generators.map((g) => permutations[g]!)
  )

/**
 * The census by orbits. For an invariant network the loss over orbits, counts added up, equals the loss over
 * patterns, gradient included: the same argument that makes the census a sufficient statistic.
 */
export const foldOrbits = ({ counts, states }: Census, partition: Orbits): OrbitCensus => {
  const folded = new Float64Array(partition.representatives.length * states)
  const observed = new Uint32Array(partition.representatives.length)
  for (let pattern = 0; pattern < partition.of.length; pattern++) {
    const orbit = partition.of[pattern]!
    let seen = 0
    for (let next = 0; next < states; next++) {
      const count = counts[pattern * states + next]!
      folded[orbit * states + next]! += count
      seen += count
    }
    if (seen > 0) observed[orbit]! += 1
  }
  return { orbits: partition, counts: folded, observed }
}
