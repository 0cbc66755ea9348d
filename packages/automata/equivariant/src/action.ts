import { eighthTurn, mirror, type Neighbourhood, type Permutation, quarterTurn } from "@rulescope/lattice"
import { type FiniteGroup, groupById, type GroupId } from "./group.ts"

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

const smallestTurn = (group: FiniteGroup, cells: Neighbourhood): Permutation | null => {
  if (group.turns === 1) return cells.offsets.map((_, i) => i)
  return group.turns === 4 ? quarterTurn(cells) : eighthTurn(cells)
}

const onto = (cells: Neighbourhood): boolean => {
  const has = (x: number, y: number) => cells.offsets.some(([ox, oy]) => ox === x && oy === y)
  return cells.dimension === 2 && cells.offsets.every(([x, y]) => has(-y, x) && has(-x, y))
}

/**
 * The action of a group on a neighbourhood; null when the neighbourhood is not mapped onto itself, such as a
 * line under quarter turns or a von Neumann neighbourhood under eighth turns.
 */
export const actionOn = (id: GroupId, cells: Neighbourhood): Action | null => {
  const group = groupById(id)
  if (group.order > 1 && !onto(cells)) return null
  const turn = smallestTurn(group, cells)
  if (turn === null) return null
  const permutations: Array<Permutation> = [cells.offsets.map((_, i) => i)]
  for (let t = 1; t < group.turns; t++) permutations.push(after(turn, permutations[t - 1]!))
  if (group.order > group.turns) {
    const mirrored = mirror(cells)
    for (let t = 0; t < group.turns; t++) permutations.push(after(mirrored, permutations[t]!))
  }
  return { group, cells, permutations }
}

/** Moves a pattern's cells by element g. */
export const move = ({ permutations }: Action, g: number, pattern: ArrayLike<number>): Uint8Array =>
  Uint8Array.from(permutations[g]!, (i) => pattern[i]!)
