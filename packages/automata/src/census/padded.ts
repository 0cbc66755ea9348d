import type { Boundary } from "../recording.ts"

/**
 * Two-state cells with a border of one cell on each side: cell (x, y) is bit x + 1 of row y + 1.
 * One spare word per row lets a reader take 32 bits at any offset from two neighbouring words.
 */
export interface Padded {
  readonly wordsPerRow: number
  readonly rows: number
  readonly words: Int32Array
}

export const makePadded = (width: number, height: number): Padded => {
  const wordsPerRow = ((width + 33) >> 5) + 1
  return { wordsPerRow, rows: height + 2, words: new Int32Array(wordsPerRow * (height + 2)) }
}

/** What lies in the border: copies of the far side, or one value for all. */
export type Border = "torus" | 0 | 1

export const borderOf = (boundary: Boundary): Border => (boundary === "torus" ? "torus" : 0)

/** Fills from bytes of shape height × width: a bit is set where `bits[cell]` is 1. */
export const padInto = (
  target: Padded,
  cells: Uint8Array,
  width: number,
  height: number,
  bits: Uint8Array,
  border: Border
): void => {
  const { words, wordsPerRow } = target
  words.fill(0)
  for (let y = 0; y < height; y++) {
    const row = (y + 1) * wordsPerRow
    let word = 0
    let at = row
    for (let x = 0; x < width; x++) {
      const bit = (x + 1) & 31
      if (bit === 0) {
        words[at++] = word
        word = 0
      }
      word |= bits[cells[y * width + x]!]! << bit
    }
    words[at] = word
    fillSides(target, row, width, border)
  }
  fillEnds(target, width, height, border)
}

const getBit = (words: Int32Array, row: number, bit: number): number => (words[row + (bit >> 5)]! >>> (bit & 31)) & 1

const fillSides = ({ words }: Padded, row: number, width: number, border: Border): void => {
  const west = border === "torus" ? getBit(words, row, width) : border
  const east = border === "torus" ? getBit(words, row, 1) : border
  words[row]! |= west
  words[row + ((width + 1) >> 5)]! |= east << ((width + 1) & 31)
}

const fillEnds = ({ rows, words, wordsPerRow }: Padded, width: number, height: number, border: Border): void => {
  const last = (rows - 1) * wordsPerRow
  if (border === "torus") {
    words.copyWithin(0, height * wordsPerRow, (height + 1) * wordsPerRow)
    words.copyWithin(last, wordsPerRow, 2 * wordsPerRow)
  } else if (border === 1) {
    for (let bit = 0; bit < width + 2; bit++) {
      words[bit >> 5]! |= 1 << (bit & 31)
      words[last + (bit >> 5)]! |= 1 << (bit & 31)
    }
  }
}
