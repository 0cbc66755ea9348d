import { type Neighbourhood, patternCount, tabulationLimit } from "../neighbourhood.ts"

/** How the class of a cell follows from its own state and from a sum over its neighbours. */
export interface Counting {
  /** `weights[state]`: what a neighbour adds to the sum, a whole number of 0 or more. */
  readonly weights: Uint8Array
  /** The largest sum over the neighbours, the cell itself not among them; sums begin at 0. */
  readonly most: number
  /** `classAt[state * (most + 1) + sum]`: the class, from the state of the cell itself and the sum around it. */
  readonly classAt: Uint16Array
}

/** Weights under which a sum counts the neighbours in state 1. */
export const countOnes = (states: number): Uint8Array =>
  Uint8Array.from({ length: states }, (_, state) => (state === 1 ? 1 : 0))

/** Class of one neighbourhood, its cells in the order of the offsets. */
export const countedClass = (
  { centre }: Neighbourhood,
  { classAt, most, weights }: Counting,
  cells: ArrayLike<number>
): number => {
  const own = cells[centre]!
  let sum = -weights[own]!
  for (let i = 0; i < cells.length; i++) sum += weights[cells[i]!]!
  return classAt[own * (most + 1) + sum]!
}

/** Class of every pattern, or null where there are more than `tabulationLimit` of them. */
export const countedPartition = (
  neighbourhood: Neighbourhood,
  counting: Counting,
  states: number
): Uint16Array | null => {
  const patterns = patternCount(neighbourhood, states)
  if (patterns > tabulationLimit) return null
  const cells = new Uint8Array(neighbourhood.offsets.length)
  return Uint16Array.from({ length: patterns }, (_, pattern) => {
    if (pattern > 0) countUp(cells, states)
    return countedClass(neighbourhood, counting, cells)
  })
}

/** The cells of the next pattern number. */
const countUp = (cells: Uint8Array, states: number): void => {
  let i = cells.length - 1
  while (cells[i] === states - 1) cells[i--] = 0
  cells[i]! += 1
}
