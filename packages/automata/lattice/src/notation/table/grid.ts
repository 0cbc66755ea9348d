import { hexagonal, line, moore, type Neighbourhood, vonNeumann } from "../../neighbourhood.ts"
import type { SymmetryId } from "../../symmetry/partitions.ts"

/** A neighbourhood of Golly's rule tables. */
export interface TableGrid {
  /** Golly's name. */
  readonly name: string
  readonly cells: Neighbourhood
  /** Cells in the order of a transition, as indices of the offsets: the cell itself, then around it. */
  readonly order: ReadonlyArray<number>
  /** Golly's names of symmetries, those with most orbits first. */
  readonly symmetries: ReadonlyArray<readonly [name: string, id: SymmetryId]>
}

const [n, e, s, w, c] = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, 0]
] as const
const [ne, se, sw, nw] = [
  [1, -1],
  [1, 1],
  [-1, 1],
  [-1, -1]
] as const

const grid = (
  name: string,
  cells: Neighbourhood,
  order: ReadonlyArray<readonly [number, number]>,
  symmetries: TableGrid["symmetries"]
): TableGrid => ({
  name,
  cells,
  order: order.map(([x, y]) => cells.offsets.findIndex(([ox, oy]) => ox === x && oy === y)),
  symmetries
})

/** Neighbourhoods that tables can have, and what may be said of their symmetry. Source: Golly's help, "File formats". */
export const tableGrids: ReadonlyArray<TableGrid> = [
  grid(
    "oneDimensional",
    line(1),
    [c, w, e],
    [
      ["none", "trivial"],
      ["reflect", "D1"],
      ["permute", "all"]
    ]
  ),
  grid(
    "vonNeumann",
    vonNeumann(1),
    [c, n, e, s, w],
    [
      ["none", "trivial"],
      ["reflect_horizontal", "D1"],
      ["rotate4", "C4"],
      ["rotate4reflect", "D4"],
      ["permute", "all"]
    ]
  ),
  grid(
    "hexagonal",
    hexagonal(),
    [c, n, e, se, s, w, nw],
    [
      ["none", "trivial"],
      ["rotate6", "C6"],
      ["rotate6reflect", "D6"],
      ["permute", "all"]
    ]
  ),
  grid(
    "Moore",
    moore(1),
    [c, n, ne, e, se, s, sw, w, nw],
    [
      ["none", "trivial"],
      ["reflect_horizontal", "D1"],
      ["rotate4", "C4"],
      ["rotate4reflect", "D4"],
      ["rotate8", "C8"],
      ["rotate8reflect", "D8"],
      ["permute", "all"]
    ]
  )
]
