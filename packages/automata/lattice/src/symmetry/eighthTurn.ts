import type { Neighbourhood } from "../neighbourhood.ts"
import type { Permutation } from "./moves.ts"

/**
 * The cells at Chebyshev distance `radius` in the order of turning, as indices of the offsets; null when one is
 * missing. It begins at (radius, −radius) and runs so that 2·radius steps are automata's quarter turn.
 */
const ringOf = ({ offsets }: Neighbourhood, radius: number): ReadonlyArray<number> | null => {
  const ring: Array<number> = []
  for (let quarter = 0; quarter < 4; quarter++) {
    for (let along = -radius; along < radius; along++) {
      let [x, y] = [radius, along]
      for (let turn = 0; turn < quarter; turn++) [x, y] = [-y, x]
      const index = offsets.findIndex(([ox, oy]) => ox === x && oy === y)
      if (index < 0) return null
      ring.push(index)
    }
  }
  return ring
}

/**
 * The eighth turn: the ring at Chebyshev radius ρ, 8ρ cells, moves on by ρ of them. Twice it is exactly
 * `quarterTurn`. Null for a neighbourhood that is not a full square.
 */
export const eighthTurn = (cells: Neighbourhood): Permutation | null => {
  const side = 2 * cells.radius + 1
  if (cells.dimension !== 2 || cells.offsets.length !== side * side) return null
  const permutation = Array.from(cells.offsets, (_, i) => i)
  for (let radius = 1; radius <= cells.radius; radius++) {
    const ring = ringOf(cells, radius)
    if (ring === null) return null
    for (const [k, cell] of ring.entries()) permutation[cell] = ring[(k + radius) % ring.length]!
  }
  return permutation
}
