import type { Neighbourhood } from "../neighbourhood.ts"
import { eighthTurn } from "./eighthTurn.ts"
import { type FiniteGroup, groupById, type GroupId, groupIds } from "./group.ts"
import { gridOf, hexMirror, isMirrored, mirror, type Permutation, quarterTurn, sixthTurn } from "./moves.ts"

/**
 * A group moving the cells of a neighbourhood onto each other. Cell i of g·x is cell `permutations[g][i]` of x,
 * and (g h)·x = g·(h·x).
 */
export interface Action {
  readonly group: FiniteGroup
  readonly cells: Neighbourhood
  readonly permutations: ReadonlyArray<Permutation>
}

/** Cell i of the result is cell `second[first[i]]`: the pattern is moved by `second`, the result by `first`. */
const after = (first: Permutation, second: Permutation): Permutation => first.map((i) => second[i]!)

/** The smallest turn of a group and the mirror on a neighbourhood; null where the group does not act on it. */
interface Moves {
  readonly turn: Permutation
  readonly mirrored: Permutation
}

const still = (cells: Neighbourhood): Permutation => cells.offsets.map((_, i) => i)

const movesOf = ({ order, turns }: FiniteGroup, cells: Neighbourhood): Moves | null => {
  if (order === 1) return { turn: still(cells), mirrored: still(cells) }
  if (turns === 1) return isMirrored(cells) ? { turn: still(cells), mirrored: mirror(cells) } : null
  const grid = gridOf(cells)
  if (grid === "hexagonal") return turns === 6 ? { turn: sixthTurn(cells), mirrored: hexMirror(cells) } : null
  if (grid === null || (turns !== 4 && turns !== 8)) return null
  const turn = turns === 4 ? quarterTurn(cells) : eighthTurn(cells)
  return turn === null ? null : { turn, mirrored: mirror(cells) }
}

/**
 * The action of a group on a neighbourhood: quarter turns on squares and diamonds, eighth turns on squares, sixth turns
 * on the hexagonal grid, the mirror alone where left and right can be exchanged. Null when the group does not map the neighbourhood onto itself.
 */
export const actionOn = (id: GroupId, cells: Neighbourhood): Action | null => {
  const group = groupById(id)
  const moves = movesOf(group, cells)
  if (moves === null) return null
  const permutations: Array<Permutation> = [still(cells)]
  for (let t = 1; t < group.turns; t++) permutations.push(after(moves.turn, permutations[t - 1]!))
  if (group.order > group.turns) {
    for (let t = 0; t < group.turns; t++) permutations.push(after(moves.mirrored, permutations[t]!))
  }
  return { group, cells, permutations }
}

/**
 * The actions that make up the lattice of symmetries of a neighbourhood, the trivial one first: of all groups that act
 * on it, in the plane without the mirror alone, which has one direction of its own.
 */
export const actionsOn = (cells: Neighbourhood): ReadonlyArray<Action> =>
  groupIds.flatMap((id) => (id === "D1" && cells.dimension === 2 ? [] : (actionOn(id, cells) ?? [])))

/** Moves a pattern's cells by element g. */
export const move = ({ permutations }: Action, g: number, pattern: ArrayLike<number>): Uint8Array =>
  Uint8Array.from(permutations[g]!, (i) => pattern[i]!)
