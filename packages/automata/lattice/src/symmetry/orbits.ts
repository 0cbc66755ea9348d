import { type Neighbourhood, patternCount } from "../neighbourhood.ts"
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
  const length = cells.offsets.length
  const moves = generators.map((permutation) => Int32Array.from(permutation))
  const digits = new Uint8Array(length)
  const of = new Uint32Array(count).fill(0xffffffff)
  const representatives: Array<number> = []
  for (let first = 0; first < count; first++) {
    if (of[first] !== 0xffffffff) continue
    const orbit = representatives.push(first) - 1
    const open = [first]
    of[first] = orbit
    for (let pattern = open.pop(); pattern !== undefined; pattern = open.pop()) {
      for (let i = length - 1, rest = pattern; i >= 0; i--) {
        digits[i] = rest % states
        rest = Math.floor(rest / states)
      }
      for (const move of moves) {
        let moved = 0
        for (let i = 0; i < length; i++) moved = moved * states + digits[move[i]!]!
        if (of[moved] !== 0xffffffff) continue
        of[moved] = orbit
        open.push(moved)
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
