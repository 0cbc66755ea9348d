import { line, moore, type Neighbourhood, neighbourhood } from "@rulescope/lattice"
import { Schema } from "effect"

/** Side of a square kernel in cells (of a row, for rules of a row), or the neighbourhood of the rule itself. */
export const Kernel = Schema.Literals(["rule", 3, 5, 7])
export type Kernel = typeof Kernel.Type

/** Cells of one kernel. */
export const kernelOf = (kernel: Kernel, rule: Neighbourhood): Neighbourhood => {
  if (kernel === "rule") return rule
  return rule.dimension === 1 ? line((kernel - 1) / 2) : moore((kernel - 1) / 2)
}

/** What two convolutions with this kernel see of the cells around one: all sums of two offsets. */
const twice = ({ dimension, id, offsets, radius }: Neighbourhood): Neighbourhood => {
  if (id === moore(radius).id) return moore(2 * radius)
  if (id === line(radius).id) return line(2 * radius)
  const sums = offsets.flatMap(([ax, ay]) => offsets.map(([bx, by]) => [ax + bx, ay + by] as const))
  const distinct = new Map(sums.map((offset) => [offset.join(), offset]))
  return neighbourhood(`${id}-twice`, dimension, [...distinct.values()])
}

/** The receptive field of one convolution with this kernel, or of two on top of each other. */
export const fieldOf = (kernel: Neighbourhood, convolutions: 1 | 2): Neighbourhood =>
  convolutions === 1 ? kernel : twice(kernel)

/** Index in `field` of every cell of `part`, moved by `by`; -1 for one that is not there. */
export const indicesIn = (
  field: Neighbourhood,
  part: Neighbourhood,
  [dx, dy]: readonly [number, number] = [0, 0]
): ReadonlyArray<number> =>
  part.offsets.map(([x, y]) => field.offsets.findIndex(([fx, fy]) => fx === x + dx && fy === y + dy))

/** The cells that each position of a kernel sees when another convolution lies on top: row by row, in the field's order. */
export const patchIndices = (field: Neighbourhood, kernel: Neighbourhood): ReadonlyArray<number> =>
  kernel.offsets.flatMap((offset) => indicesIn(field, kernel, offset))

/** Picks cells of every row: shape rows × cells to rows × indices. */
export const pickCells = (rows: Uint8Array, cells: number, indices: ReadonlyArray<number>): Uint8Array => {
  const count = rows.length / cells
  const picked = new Uint8Array(count * indices.length)
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < indices.length; i++) picked[row * indices.length + i] = rows[row * cells + indices[i]!]!
  }
  return picked
}
