/** Two-state cells, one bit each: bit `x & 31` of `words[y * wordsPerRow + (x >> 5)]`. Bits beyond the width are 0. */
export interface Packed {
  readonly width: number
  readonly height: number
  readonly wordsPerRow: number
  readonly words: Int32Array
}

export const makePacked = (width: number, height: number): Packed => {
  const wordsPerRow = (width + 31) >> 5
  return { width, height, wordsPerRow, words: new Int32Array(wordsPerRow * height) }
}

/** Mask of the bits in use in the last word of a row. */
export const tailMask = (width: number): number => ((width & 31) === 0 ? -1 : (1 << (width & 31)) - 1)

/** Packs bytes of shape height × width: a bit is set where the cell equals `value`. */
export const packInto = (target: Packed, cells: Uint8Array, value: number): void => {
  const { height, width, words, wordsPerRow } = target
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < wordsPerRow; k++) {
      const start = y * width + 32 * k
      const used = Math.min(32, width - 32 * k)
      let word = 0
      for (let i = 0; i < used; i++) word |= (cells[start + i] === value ? 1 : 0) << i
      words[y * wordsPerRow + k] = word
    }
  }
}

/** Writes bits as bytes 0 and 1, shape height × width. */
export const unpackInto = (cells: Uint8Array, { height, width, words, wordsPerRow }: Packed): void => {
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < wordsPerRow; k++) {
      const start = y * width + 32 * k
      const used = Math.min(32, width - 32 * k)
      const word = words[y * wordsPerRow + k]!
      for (let i = 0; i < used; i++) cells[start + i] = (word >>> i) & 1
    }
  }
}
