/** Two-state cells, one bit each: bit `x & 31` of `words[y * wordsPerRow + (x >> 5)]`. Bits beyond the width are 0. */
export interface Packed {
  /** Cells per row. */
  readonly width: number
  readonly height: number
  /** ⌈width / 32⌉. */
  readonly wordsPerRow: number
  /** Shape height × wordsPerRow. */
  readonly words: Int32Array
}

/** A packed world in which every cell is 0. */
export const makePacked = (width: number, height: number): Packed => {
  const wordsPerRow = (width + 31) >> 5
  return { width, height, wordsPerRow, words: new Int32Array(wordsPerRow * height) }
}

/** Mask of the bits in use in the last word of a row, as a signed 32-bit word. */
export const tailMask = (width: number): number => ((width & 31) === 0 ? -1 : ~(-1 << (width & 31)))

/** Bits of a word that are 1. */
export const bitCount = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const lowBits = 0x01010101
const sevenBits = 0x7f7f7f7f

/** Bits 0 to 3: which of the four bytes at `at` equal the byte repeated in `splat`; the product brings four flags together. */
const fourEqual = (bytes: DataView, at: number, splat: number): number => {
  const difference = bytes.getInt32(at, true) ^ splat
  const nonZero = ((difference & sevenBits) + sevenBits) | difference
  return Math.imul((~nonZero >>> 7) & lowBits, 0x10204080) >>> 28
}

const viewOf = (cells: Uint8Array): DataView => new DataView(cells.buffer, cells.byteOffset, cells.byteLength)

/** Packs one row of bytes that begins at byte `start`. */
const packRow = (
  words: Int32Array,
  row: number,
  bytes: DataView,
  start: number,
  width: number,
  splat: number
): void => {
  const whole = width >> 5
  for (let k = 0; k < whole; k++) {
    const at = start + 32 * k
    words[row + k] =
      fourEqual(bytes, at, splat) |
      (fourEqual(bytes, at + 4, splat) << 4) |
      (fourEqual(bytes, at + 8, splat) << 8) |
      (fourEqual(bytes, at + 12, splat) << 12) |
      (fourEqual(bytes, at + 16, splat) << 16) |
      (fourEqual(bytes, at + 20, splat) << 20) |
      (fourEqual(bytes, at + 24, splat) << 24) |
      (fourEqual(bytes, at + 28, splat) << 28)
  }
  const rest = width & 31
  if (rest === 0) return
  const at = start + 32 * whole
  let word = 0
  let i = 0
  for (; i + 4 <= rest; i += 4) word |= fourEqual(bytes, at + i, splat) << i
  for (; i < rest; i++) word |= (bytes.getUint8(at + i) === (splat & 255) ? 1 : 0) << i
  words[row + whole] = word
}

/** Packs bytes of shape height × width: a bit is set where the cell equals `value`, 0 to 255. */
export const packInto = (target: Packed, cells: Uint8Array, value: number): void => {
  const { height, width, words, wordsPerRow } = target
  const bytes = viewOf(cells)
  const splat = Math.imul(value, lowBits)
  for (let y = 0; y < height; y++) packRow(words, y * wordsPerRow, bytes, y * width, width, splat)
}

/** Four bits as four bytes 0 or 1. */
const spread = (bits: number): number => Math.imul(bits & 15, 0x00204081) & lowBits

/** Writes the bits of one row as bytes that begin at byte `start`. */
const unpackRow = (bytes: DataView, start: number, words: Int32Array, row: number, width: number): void => {
  const whole = width >> 5
  for (let k = 0; k < whole; k++) {
    const at = start + 32 * k
    const word = words[row + k]!
    bytes.setInt32(at, spread(word), true)
    bytes.setInt32(at + 4, spread(word >>> 4), true)
    bytes.setInt32(at + 8, spread(word >>> 8), true)
    bytes.setInt32(at + 12, spread(word >>> 12), true)
    bytes.setInt32(at + 16, spread(word >>> 16), true)
    bytes.setInt32(at + 20, spread(word >>> 20), true)
    bytes.setInt32(at + 24, spread(word >>> 24), true)
    bytes.setInt32(at + 28, spread(word >>> 28), true)
  }
  for (let x = 32 * whole; x < width; x++) bytes.setUint8(start + x, (words[row + whole]! >>> (x & 31)) & 1)
}

/** Writes bits as bytes 0 and 1, shape height × width. */
export const unpackInto = (cells: Uint8Array, { height, width, words, wordsPerRow }: Packed): void => {
  const bytes = viewOf(cells)
  for (let y = 0; y < height; y++) unpackRow(bytes, y * width, words, y * wordsPerRow, width)
}

/** Whether a cell may be unobserved: one holds more than 127, and 255 is the only such value of a two-state world. */
export const holdsUnobserved = (cells: Uint8Array): boolean => {
  const bytes = viewOf(cells)
  const whole = cells.length & ~15
  let any = 0
  for (let at = 0; at < whole; at += 16) {
    any |=
      bytes.getInt32(at, true) |
      bytes.getInt32(at + 4, true) |
      bytes.getInt32(at + 8, true) |
      bytes.getInt32(at + 12, true)
  }
  for (let at = whole; at < cells.length; at++) any |= cells[at]!
  return (any & 0x80808080) !== 0
}
