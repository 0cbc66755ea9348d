import { bitCount } from "../packed.ts"
import type { Rows } from "../rows.ts"

/** Bits of a byte moved four apart, so that four rows interleave into one digit of four bits per column. */
const apart = Int32Array.from({ length: 256 }, (_, byte) => {
  let word = 0
  for (let i = 0; i < 8; i++) word |= ((byte >> i) & 1) << (4 * i)
  return word
})

/** Bits of a window that say something: three cells of four columns, and the outcomes of the two in the middle. */
const told = 0x77ff

/** Patterns of one cell and its outcome: bit 9 the outcome, then three bits a row from the north, bit 0 of each the west. */
export const singleCount = 1 << 10

/** Two neighbouring cells with their patterns and outcomes; the bits of `told`. */
export const windowCount = 1 << 15

/** Counts one row of cells at a time; see `countRow`. */
export interface MooreTally {
  /** Cells counted one by one; may be negative while `windows` holds cells that do not count. */
  readonly singles: Int32Array
  /** Cells counted in pairs, or null while there are too few to be worth the table. */
  windows: Uint32Array | null
}

/**
 * Adds the cells of one row that have their bit in `valid`.
 *
 * `outcomes` are packed words from `row`, `valid` those of this row. A word in which most cells count is counted whole, in windows of two cells, and the others are taken
 * back one by one; of any other word the cells are visited one by one.
 */
export const countRow = (
  { singles, windows }: MooreTally,
  { mid, north, south, words }: Rows,
  outcomes: Int32Array,
  row: number,
  valid: Int32Array
): void => {
  let deadWords = 0
  for (let k = 0; k < valid.length; k++) {
    const ok = valid[k]!
    if (ok === 0) continue
    const n = words[north + k]!
    const m = words[mid + k]!
    const s = words[south + k]!
    const n1 = words[north + k + 1]!
    const m1 = words[mid + k + 1]!
    const s1 = words[south + k + 1]!
    const o = outcomes[row + k]!
    if (ok === -1 && (n | m | s | o | ((n1 | m1 | s1) & 3)) === 0) {
      deadWords++
      continue
    }
    const whole = windows !== null && (ok === -1 || bitCount(ok) > 16)
    if (whole) {
      const a = apart[n & 255]! | (apart[m & 255]! << 1) | (apart[s & 255]! << 2) | (apart[o & 255]! << 3)
      const b =
        apart[(n >>> 8) & 255]! |
        (apart[(m >>> 8) & 255]! << 1) |
        (apart[(s >>> 8) & 255]! << 2) |
        (apart[(o >>> 8) & 255]! << 3)
      const c =
        apart[(n >>> 16) & 255]! |
        (apart[(m >>> 16) & 255]! << 1) |
        (apart[(s >>> 16) & 255]! << 2) |
        (apart[(o >>> 16) & 255]! << 3)
      const d = apart[n >>> 24]! | (apart[m >>> 24]! << 1) | (apart[s >>> 24]! << 2) | (apart[o >>> 24]! << 3)
      const e = apart[n1 & 3]! | (apart[m1 & 3]! << 1) | (apart[s1 & 3]! << 2)
      windows[a & told]!++
      windows[(a >>> 8) & told]!++
      windows[(a >>> 16) & told]!++
      windows[((a >>> 24) | (b << 8)) & told]!++
      windows[b & told]!++
      windows[(b >>> 8) & told]!++
      windows[(b >>> 16) & told]!++
      windows[((b >>> 24) | (c << 8)) & told]!++
      windows[c & told]!++
      windows[(c >>> 8) & told]!++
      windows[(c >>> 16) & told]!++
      windows[((c >>> 24) | (d << 8)) & told]!++
      windows[d & told]!++
      windows[(d >>> 8) & told]!++
      windows[(d >>> 16) & told]!++
      windows[((d >>> 24) | (e << 8)) & told]!++
    }
    const amount = whole ? -1 : 1
    for (let rest = whole ? ~ok : ok; rest !== 0; rest &= rest - 1) {
      const i = 31 - Math.clz32(rest & -rest)
      const high = 31 - i
      const west = (n >>> i) | ((n1 << 1) << high)
      const centre = (m >>> i) | ((m1 << 1) << high)
      const east = (s >>> i) | ((s1 << 1) << high)
      singles[(((o >>> i) & 1) << 9) | ((west & 7) << 6) | ((centre & 7) << 3) | (east & 7)]! += amount
    }
  }
  singles[0]! += 32 * deadWords
}

/** Three bits in reading order: bit 0 of a row is the western cell, which is the most significant of a pattern. */
const turned = (bits: number): number => ((bits & 1) << 2) | (bits & 2) | ((bits >> 2) & 1)

/** Bits `shift`, `shift + 4` and `shift + 8` of a window: one row of three columns. */
const rowOf = (window: number, shift: number): number =>
  ((window >> shift) & 1) | ((window >> (shift + 3)) & 2) | ((window >> (shift + 6)) & 4)

/** Adds what was tallied to `counts[pattern * 2 + next]` and begins anew. */
export const drain = ({ singles, windows }: MooreTally, counts: Float64Array): void => {
  for (let single = 0; single < singleCount; single++) {
    const pattern = (turned((single >> 6) & 7) << 6) | (turned((single >> 3) & 7) << 3) | turned(single & 7)
    counts[pattern * 2 + (single >> 9)]! += singles[single]!
  }
  singles.fill(0)
  if (windows === null) return
  for (let window = 0; window < windowCount; window++) {
    const seen = windows[window]!
    if (seen === 0) continue
    for (const east of [0, 4]) {
      const row = (shift: number): number => turned(rowOf(window, shift + east))
      counts[((row(0) << 6) | (row(1) << 3) | row(2)) * 2 + ((window >> (3 + east)) & 1)]! += seen
    }
  }
  windows.fill(0)
}
