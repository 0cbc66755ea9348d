import { tailMask } from "../packed.ts"
import { beginRows, makeRows, moveDown, type Rows } from "../rows.ts"
import type { PackedStep } from "./bitSliced.ts"

/** Bits of a byte moved three apart, so that three rows interleave into one digit of three bits per column. */
const apart = Int32Array.from({ length: 256 }, (_, byte) => {
  let word = 0
  for (let i = 0; i < 8; i++) word |= ((byte >> i) & 1) << (3 * i)
  return word
})

/** Pattern number of the cell whose west column is digit `first` of a window; the north is the low bit of a digit. */
const patternAt = (window: number, first: number): number => {
  let pattern = 0
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) pattern = pattern * 2 + ((window >> (3 * (first + column) + row)) & 1)
  }
  return pattern
}

/** Next states of the two middle cells of every window of four columns, as two bits. */
const windowTable = (table: Uint8Array): Uint8Array =>
  Uint8Array.from(
    { length: 1 << 12 },
    (_, window) => table[patternAt(window, 0)]! | (table[patternAt(window, 1)]! << 1)
  )

/** Eight columns as digits of three bits. */
const digits = (north: number, mid: number, south: number): number =>
  apart[north & 255]! | (apart[mid & 255]! << 1) | (apart[south & 255]! << 2)

const eight = (pairs: Uint8Array, own: number, following: number): number =>
  pairs[own & 4095]! |
  (pairs[(own >>> 6) & 4095]! << 2) |
  (pairs[(own >>> 12) & 4095]! << 4) |
  (pairs[((own >>> 18) | (following << 6)) & 4095]! << 6)

const nextRow = (
  out: Int32Array,
  row: number,
  wordsPerRow: number,
  { mid, north, south, words }: Rows,
  pairs: Uint8Array
): void => {
  for (let k = 0; k < wordsPerRow; k++) {
    const n = words[north + k]!
    const m = words[mid + k]!
    const s = words[south + k]!
    const a = digits(n, m, s)
    const b = digits(n >>> 8, m >>> 8, s >>> 8)
    const c = digits(n >>> 16, m >>> 16, s >>> 16)
    const d = digits(n >>> 24, m >>> 24, s >>> 24)
    const e = digits(words[north + k + 1]!, words[mid + k + 1]!, words[south + k + 1]!)
    out[row + k] =
      eight(pairs, a, b) | (eight(pairs, b, c) << 8) | (eight(pairs, c, d) << 16) | (eight(pairs, d, e) << 24)
  }
}

/**
 * Compiles any two-state rule on the 3×3 Moore neighbourhood (`table[pattern]`, 512 next states 0 or 1) into a
 * step on packed worlds: two cells at a time are looked up by the twelve cells around them.
 */
export const windowedStep = (table: Uint8Array, boundary: "torus" | "dead"): PackedStep => {
  const pairs = windowTable(table)
  const border = boundary === "torus" ? "torus" : 0
  let rows = makeRows(0)
  return (source, target) => {
    const { height, width, wordsPerRow } = source
    if (rows.width !== width) rows = makeRows(width)
    const mask = tailMask(width)
    beginRows(rows, source, border)
    for (let y = 0; y < height; y++) {
      moveDown(rows, source, y, border)
      const row = y * wordsPerRow
      nextRow(target.words, row, wordsPerRow, rows, pairs)
      target.words[row + wordsPerRow - 1]! &= mask
    }
  }
}
