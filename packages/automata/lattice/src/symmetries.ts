import { type Neighbourhood } from "./neighbourhood.ts"
import { eighthTurn } from "./ring.ts"
import { mirror, orbits, type Permutation, quarterTurn } from "./symmetry.ts"

/** Names of symmetries, those of the smallest orbits last; "all" permutes every cell but the centre. */
export type SymmetryId = "all" | "D8" | "C8" | "D4" | "C4" | "trivial"

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

/** The lattice of symmetries (design.md, section 2) as partitions, fewest orbits first. */
export const symmetries = (neighbourhood: Neighbourhood, states: number): ReadonlyArray<SymmetryPartition> => {
  const eighth = eighthTurn(neighbourhood)
  const turns =
    eighth === null
      ? []
      : ([
          ["D8", [eighth, mirror(neighbourhood)]],
          ["C8", [eighth]],
          ["D4", [quarterTurn(neighbourhood), mirror(neighbourhood)]],
          ["C4", [quarterTurn(neighbourhood)]]
        ] as const)
  const generators: ReadonlyArray<readonly [SymmetryId, ReadonlyArray<Permutation>]> = [
    ["all", exchanges(neighbourhood)],
    ...turns,
    ["trivial", []]
  ]
  return generators.map(([id, by]) => {
    const { of, representatives } = orbits(neighbourhood, states, by)
    return { id, neighbourhood, states, classes: representatives, partition: Uint16Array.from(of) }
  })
}
