import type { Neighbourhood } from "../neighbourhood.ts"

/** A move of the neighbourhood's cells onto each other: cell i of the moved pattern is cell `permutation[i]` of the pattern. */
export type Permutation = ReadonlyArray<number>

type LinearMap = (x: number, y: number) => readonly [number, number]

const indexOf = ({ offsets }: Neighbourhood, [x, y]: readonly [number, number]): number =>
  offsets.findIndex(([ox, oy]) => ox === x && oy === y)

/** The permutation that a linear map of the plane makes of the offsets; throws when the map leaves the neighbourhood. */
const fromMap = (cells: Neighbourhood, map: LinearMap): Permutation =>
  cells.offsets.map(([x, y]) => {
    const index = indexOf(cells, map(x, y))
    if (index < 0) throw new Error(`${cells.id} is not mapped onto itself`)
    return index
  })

const turned: LinearMap = (x, y) => [-y, x]
const mirrored: LinearMap = (x, y) => [-x, y]
const hexTurned: LinearMap = (x, y) => [x - y, x]
const hexMirrored: LinearMap = (x, y) => [y, x]

/** Whether a quarter turn, a mirror and so on map the neighbourhood onto itself. */
const isOnto = (cells: Neighbourhood, map: LinearMap): boolean =>
  cells.offsets.every(([x, y]) => indexOf(cells, map(x, y)) >= 0)

/** A quarter turn; throws for a neighbourhood that does not turn onto itself. */
export const quarterTurn = (cells: Neighbourhood): Permutation => fromMap(cells, turned)

/** Left and right exchanged; throws for a neighbourhood that is not mirrored onto itself. */
export const mirror = (cells: Neighbourhood): Permutation => fromMap(cells, mirrored)

/** A sixth turn of the hexagonal grid as Golly lays it on squares; throws where it leaves the neighbourhood. */
export const sixthTurn = (cells: Neighbourhood): Permutation => fromMap(cells, hexTurned)

/** The hexagonal grid mirrored on the diagonal that runs south-east; throws where it leaves the neighbourhood. */
export const hexMirror = (cells: Neighbourhood): Permutation => fromMap(cells, hexMirrored)

/** The lattice whose turns map a neighbourhood of the plane onto itself, null where neither does. */
export const gridOf = (cells: Neighbourhood): "square" | "hexagonal" | null => {
  if (cells.dimension === 1) return null
  if (isOnto(cells, turned) && isOnto(cells, mirrored)) return "square"
  return isOnto(cells, hexTurned) && isOnto(cells, hexMirrored) ? "hexagonal" : null
}

/** Whether a row of cells is mirrored onto itself. */
export const isMirrored = (cells: Neighbourhood): boolean => isOnto(cells, mirrored)
