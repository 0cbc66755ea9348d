import { decodePattern, encodePattern, type Neighbourhood, patternCount } from "../neighbourhood.ts"
import type { Action } from "./action.ts"
import type { Permutation } from "./moves.ts"

/** Partition of the patterns into orbits under the group that `generators` generate. */
export interface Orbits {
  /** Orbit of every pattern; orbits are numbered by their smallest pattern. */
  readonly of: Uint32Array
  /** Smallest pattern of every orbit, ascending. */
  readonly representatives: ReadonlyArray<number>
}

/** Orbits of all statesᵏ patterns, found by closing every pattern under the generators. */
export const orbits = (cells: Neighbourhood, states: number, generators: ReadonlyArray<Permutation>): Orbits => {
  const count = patternCount(cells, states)
  const of = new Uint32Array(count).fill(0xffffffff)
  const representatives: Array<number> = []
  for (let first = 0; first < count; first++) {
    if (of[first] !== 0xffffffff) continue
    const orbit = representatives.push(first) - 1
    const open = [first]
    of[first] = orbit
    for (let pattern = open.pop(); pattern !== undefined; pattern = open.pop()) {
      const digits = decodePattern(pattern, cells.offsets.length, states)
      for (const permutation of generators) {
        const moved = encodePattern(
          permutation.map((i) => digits[i]!),
          states
        )
        if (of[moved] === 0xffffffff) {
          of[moved] = orbit
          open.push(moved)
        }
      }
    }
  }
  return { of, representatives }
}

/** Orbits of all patterns under an action; the patterns must be few enough to list. */
export const orbitsOf = ({ cells, group, permutations }: Action, states: number): Orbits =>
  orbits(
    cells,
    states,
    group.generators.map((g) => permutations[g]!)
  )
