import { decodePattern, encodePattern, type Neighbourhood, patternCount } from "./neighbourhood.ts"

/** A move of the neighbourhood's cells onto each other: cell i of the moved pattern is cell `permutation[i]` of the pattern. */
export type Permutation = ReadonlyArray<number>

/** The permutation that a linear map of the plane makes of the offsets; throws when the map leaves the neighbourhood. */
const fromMap = (cells: Neighbourhood, map: (x: number, y: number) => readonly [number, number]): Permutation =>
  cells.offsets.map(([x, y]) => {
    const [mx, my] = map(x, y)
    const index = cells.offsets.findIndex(([ox, oy]) => ox === mx && oy === my)
    if (index < 0) throw new Error(`${cells.id} is not mapped onto itself`)
    return index
  })

/** A quarter turn; throws for a neighbourhood that does not turn onto itself. */
export const quarterTurn = (cells: Neighbourhood): Permutation => fromMap(cells, (x, y) => [-y, x])

/** Left and right exchanged; throws for a neighbourhood that is not mirrored onto itself. */
export const mirror = (cells: Neighbourhood): Permutation => fromMap(cells, (x, y) => [-x, y])

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
