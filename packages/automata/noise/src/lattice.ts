import type { Boundary, Neighbourhood } from "@rulescope/lattice"

/** Where the cells of one frame lie and which of them see each other. */
export interface Lattice {
  /** Cells of one frame, those beyond the edges included. */
  readonly size: number
  /** Cells of the neighbourhood. */
  readonly arity: number
  /** `sees[cell * arity + i]`: the cell at offset i of the neighbourhood of `cell`; only of cells in `ruled`. */
  readonly sees: Int32Array
  /** `seenBy[cell * arity + i]`: the cell of whose neighbourhood `cell` is number i, or -1 when the rule does not reach it. */
  readonly seenBy: Int32Array
  /** `reach[reachStart[cell]..reachStart[cell + 1])`: cells of the same frame that share a ruled neighbourhood with `cell`. */
  readonly reach: Int32Array
  readonly reachStart: Int32Array
  /** Recorded cells, row by row: `ruled[y * width + x]`. The rule gives the next state of these. */
  readonly ruled: Int32Array
  readonly isRuled: Uint8Array
  /** Cells whose state is to be found, ascending: the recorded ones, and those beyond an unknown border. */
  readonly hidden: Int32Array
}

const wrap = (at: number, length: number): number => ((at % length) + length) % length

/** A torus as it is; a window with a margin of the neighbourhood's radius, held dead or left to be found. */
export const makeLattice = (
  { dimension, offsets, radius }: Neighbourhood,
  width: number,
  height: number,
  boundary: Boundary
): Lattice => {
  const marginX = boundary === "torus" ? 0 : radius
  const marginY = boundary === "torus" || dimension === 1 ? 0 : radius
  const w = width + 2 * marginX
  const h = height + 2 * marginY
  const size = w * h
  const arity = offsets.length
  const ruled = new Int32Array(width * height)
  const isRuled = new Uint8Array(size)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = (y + marginY) * w + x + marginX
      ruled[y * width + x] = cell
      isRuled[cell] = 1
    }
  }
  const sees = new Int32Array(size * arity).fill(-1)
  const seenBy = new Int32Array(size * arity).fill(-1)
  for (const cell of ruled) {
    for (const [i, [dx, dy]] of offsets.entries()) {
      const other = wrap(Math.floor(cell / w) + dy, h) * w + wrap((cell % w) + dx, w)
      sees[cell * arity + i] = other
      seenBy[other * arity + i] = cell
    }
  }
  const reachStart = new Int32Array(size + 1)
  const reach: Array<number> = []
  for (let cell = 0; cell < size; cell++) {
    const found = new Set<number>()
    for (let i = 0; i < arity; i++) {
      const child = seenBy[cell * arity + i]!
      if (child < 0) continue
      for (let j = 0; j < arity; j++) found.add(sees[child * arity + j]!)
    }
    for (const other of [...found].sort((a, b) => a - b)) reach.push(other)
    reachStart[cell + 1] = reach.length
  }
  const hidden = boundary === "unknown" ? Int32Array.from({ length: size }, (_, cell) => cell) : ruled.slice()
  return { size, arity, sees, seenBy, reach: Int32Array.from(reach), reachStart, ruled, isRuled, hidden }
}
