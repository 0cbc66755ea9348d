import type { Neighbourhood } from "../neighbourhood.ts"
import type { Action } from "./action.ts"
import type { Permutation } from "./moves.ts"

/** Number of cycles of a permutation, fixed points included. */
export const cycles = (permutation: Permutation): number => {
  const seen = new Uint8Array(permutation.length)
  let count = 0
  for (let start = 0; start < permutation.length; start++) {
    if (seen[start] === 1) continue
    count++
    for (let i = start; seen[i] === 0; i = permutation[i]!) seen[i] = 1
  }
  return count
}

/**
 * Number of orbits of the patterns, without listing one: the mean over the group of the patterns that an
 * element leaves as they are, states^cycles of them. Exact below 2⁵³.
 *
 * Source: Burnside's lemma (Cauchy 1845, Frobenius 1887).
 */
export const orbitCount = ({ group, permutations }: Action, states: number): number =>
  permutations.reduce((sum, permutation) => sum + states ** cycles(permutation), 0) / group.order

/** `choose(n, k)`, exact while the result is below 2⁵³. */
const choose = (n: number, k: number): number => {
  let result = 1
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i
  return result
}

/** Number of orbits when every cell but the centre may change places with every other: states of the centre, and multisets. */
export const freeOrbitCount = ({ offsets }: Neighbourhood, states: number): number =>
  states * choose(offsets.length - 1 + states - 1, offsets.length - 1)
