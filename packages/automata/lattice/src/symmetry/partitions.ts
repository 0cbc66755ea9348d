import type { Neighbourhood } from "../neighbourhood.ts"
import { actionsOn } from "./action.ts"
import type { GroupId } from "./group.ts"
import type { Permutation } from "./moves.ts"
import { type Orbits, orbits, orbitsOf } from "./orbits.ts"

/** Names of symmetries; "all" permutes every cell but the centre. */
export type SymmetryId = "all" | GroupId

/** The patterns of a neighbourhood by what a rule with this symmetry cannot tell apart. */
export interface SymmetryPartition {
  readonly id: SymmetryId
  readonly neighbourhood: Neighbourhood
  readonly states: number
  /** Smallest pattern of every orbit. */
  readonly classes: ReadonlyArray<number>
  /** Orbit of every pattern. */
  readonly partition: Uint16Array
}

/** Exchanges of two cells that generate every permutation of the cells around. */
const exchanges = ({ centre, offsets }: Neighbourhood): ReadonlyArray<Permutation> => {
  const around = offsets.flatMap((_, i) => (i === centre ? [] : [i]))
  return around.slice(1).map((cell, k) => offsets.map((_, i) => (i === cell ? around[k]! : i === around[k] ? cell : i)))
}

/** Orbits under the permutations of all cells but the centre. */
export const freeOrbits = (neighbourhood: Neighbourhood, states: number): Orbits =>
  orbits(neighbourhood, states, exchanges(neighbourhood))

/** The symmetries of a neighbourhood (design.md, section 2) as partitions of its patterns, fewest orbits first. */
export const symmetries = (neighbourhood: Neighbourhood, states: number): ReadonlyArray<SymmetryPartition> => {
  const known: ReadonlyArray<readonly [SymmetryId, Orbits]> = [
    ["all", freeOrbits(neighbourhood, states)],
    ...actionsOn(neighbourhood).map((action) => [action.group.id, orbitsOf(action, states)] as const)
  ]
  return known
    .map(([id, { of, representatives }]) => ({
      id,
      neighbourhood,
      states,
      classes: representatives,
      partition: Uint16Array.from(of)
    }))
    .sort((a, b) => a.classes.length - b.classes.length)
}
