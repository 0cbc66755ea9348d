import type { Packed } from "./packed.ts"

/** What lies beyond the edges of packed cells: the far side, or one value everywhere. */
export type Border = "torus" | 0 | 1

/** Three neighbouring rows of packed cells, each with one cell of border on either side, moving down a world. */
export interface Rows {
  /** Cell x of the row that begins at word `at` is bit x + 1 of the words from there; one spare word to read ahead into. */
  readonly words: Int32Array
  /** Cells per row, the border not counted. */
  readonly width: number
  readonly stride: number
  /** Where the rows y - 1, y and y + 1 begin. */
  north: number
  mid: number
  south: number
}

export const makeRows = (width: number): Rows => {
  const stride = ((width + 33) >> 5) + 1
  return { words: new Int32Array(3 * stride), width, stride, north: 0, mid: 0, south: 0 }
}

const readRow = ({ stride, words }: Rows, at: number, source: Packed, y: number, border: Border): void => {
  const { height, width, wordsPerRow } = source
  if (border !== "torus" && (y < 0 || y >= height)) {
    words.fill(-border, at, at + stride)
    return
  }
  const row = ((y + height) % height) * wordsPerRow
  const last = (width - 1) & 31
  let before = border === "torus" ? (source.words[row + wordsPerRow - 1]! >>> last) & 1 : border
  const east = border === "torus" ? source.words[row]! & 1 : border
  for (let k = 0; k < wordsPerRow; k++) {
    const word = source.words[row + k]!
    words[at + k] = (word << 1) | before
    before = word >>> 31
  }
  words[at + wordsPerRow] = before
  words[at + ((width + 1) >> 5)]! |= east << ((width + 1) & 31)
}

/** Stands above the first row; `moveDown` to y = 0 comes next. */
export const beginRows = (rows: Rows, source: Packed, border: Border): void => {
  rows.north = 0
  rows.mid = rows.stride
  rows.south = 2 * rows.stride
  readRow(rows, rows.mid, source, -1, border)
  readRow(rows, rows.south, source, 0, border)
}

/** Moves on to row y, which must be the one below. */
export const moveDown = (rows: Rows, source: Packed, y: number, border: Border): void => {
  const free = rows.north
  rows.north = rows.mid
  rows.mid = rows.south
  rows.south = free
  readRow(rows, free, source, y + 1, border)
}

/** Cells with a 1 in their 3×3 block, as packed words; bits beyond the width are left as they come. */
export const blurRow = (
  into: Int32Array,
  at: number,
  { mid, north, south, words }: Rows,
  wordsPerRow: number
): void => {
  let column = words[north]! | words[mid]! | words[south]!
  for (let k = 0; k < wordsPerRow; k++) {
    const after = words[north + k + 1]! | words[mid + k + 1]! | words[south + k + 1]!
    into[at + k] = column | (column >>> 1) | (after << 31) | (column >>> 2) | (after << 30)
    column = after
  }
}
