import { type Packed, tailMask } from "../packed.ts"

/**
 * Coefficients of the rule as an exclusive-or polynomial, as all-zero or all-one words.
 *
 * A cell's next state is selected by the number n of live cells in its whole 3×3 block (0 to 9, the cell
 * included) and by the cell c itself. For each pair of counts 2k and 2k+1 it equals a ⊕ b·n₀ ⊕ d·c ⊕ e·n₀c with
 * n₀ the lowest bit of n. Pairs 1 and 3 are given as differences from pairs 0 and 2, so that the next bit n₁
 * multiplies them; the higher bits then select.
 */
const coefficients = (labels: Uint8Array): Int32Array => {
  const dead = (n: number): number => (n <= 8 ? labels[n]! : 0)
  const live = (n: number): number => (n >= 1 && n <= 9 ? labels[8 + n]! : 0)
  const words = new Int32Array(20)
  for (let k = 0; k < 5; k++) {
    const [d0, d1, l0, l1] = [dead(2 * k), dead(2 * k + 1), live(2 * k), live(2 * k + 1)]
    words.set([-d0, -(d0 ^ d1), -(d0 ^ l0), -(d0 ^ d1 ^ l0 ^ l1)], 4 * k)
  }
  for (let i = 0; i < 4; i++) {
    words[4 + i]! ^= words[i]!
    words[12 + i]! ^= words[8 + i]!
  }
  return words
}

/** One synchronous step of a packed world; `target` must not be `source` and must have its shape. */
export type PackedStep = (source: Packed, target: Packed) => void

/** Sums west + cell + east of a row, bit-sliced. */
interface Sums {
  readonly ones: Int32Array
  readonly twos: Int32Array
}

const makeSums = (wordsPerRow: number): Sums => ({
  ones: new Int32Array(wordsPerRow),
  twos: new Int32Array(wordsPerRow)
})

/**
 * Next states of the row of `words` at `row`, written to `out` at `at`. The row at `below` of `belowWords` is summed on
 * the way and takes the place of the sums of the row above (`up`). `last` is the bit of the last cell of a torus,
 * -1 when the surroundings are dead.
 */
const nextRow = (
  out: Int32Array,
  at: number,
  words: Int32Array,
  row: number,
  belowWords: Int32Array,
  below: number,
  up: Sums,
  mid: Sums,
  f: Int32Array,
  last: number
): void => {
  const { ones: upOnes, twos: upTwos } = up
  const { ones: midOnes, twos: midTwos } = mid
  const end = midOnes.length - 1
  const [a0, b0, d0, e0] = [f[0]!, f[1]!, f[2]!, f[3]!]
  const [a1, b1, d1, e1] = [f[4]!, f[5]!, f[6]!, f[7]!]
  const [a2, b2, d2, e2] = [f[8]!, f[9]!, f[10]!, f[11]!]
  const [a3, b3, d3, e3] = [f[12]!, f[13]!, f[14]!, f[15]!]
  const [a4, b4, d4, e4] = [f[16]!, f[17]!, f[18]!, f[19]!]
  let before = last < 0 ? 0 : (belowWords[below + end]! >>> last) & 1
  const after = last < 0 ? 0 : (belowWords[below]! & 1) << last
  let b = belowWords[below]!
  for (let k = 0; k <= end; k++) {
    const following = k === end ? 0 : belowWords[below + k + 1]!
    const w = (b << 1) | before
    const e = (b >>> 1) | (k === end ? after : following << 31)
    const we = w ^ e
    const z0 = we ^ b
    const z1 = (w & e) | (we & b)
    before = b >>> 31
    b = following
    const x0 = upOnes[k]!
    const x1 = upTwos[k]!
    const y0 = midOnes[k]!
    const y1 = midTwos[k]!
    upOnes[k] = z0
    upTwos[k] = z1
    const xy0 = x0 ^ y0
    const n0 = xy0 ^ z0
    const carry = (x0 & y0) | (xy0 & z0)
    const xy1 = x1 ^ y1
    const two = xy1 ^ z1
    const four = (x1 & y1) | (xy1 & z1)
    const n1 = two ^ carry
    const more = two & carry
    const n2 = four ^ more
    const n3 = four & more
    const c = words[row + k]!
    const nc = n0 & c
    const low = a0 ^ (b0 & n0) ^ (d0 & c) ^ (e0 & nc) ^ (n1 & (a1 ^ (b1 & n0) ^ (d1 & c) ^ (e1 & nc)))
    const high = a2 ^ (b2 & n0) ^ (d2 & c) ^ (e2 & nc) ^ (n1 & (a3 ^ (b3 & n0) ^ (d3 & c) ^ (e3 & nc)))
    const upTo7 = low ^ ((low ^ high) & n2)
    const from8 = a4 ^ (b4 & n0) ^ (d4 & c) ^ (e4 & nc)
    out[at + k] = upTo7 ^ ((upTo7 ^ from8) & n3)
  }
}

/**
 * Compiles a life-like rule (`labels` of the 18 classes, 0 or 1) into a step on packed worlds, 32 cells a word operation.
 *
 * Cells of a row are added by full adders to two bit planes (ones, twos), three rows of planes to four, and the
 * polynomial of `coefficients` is evaluated on them, all in one pass over the rows.
 */
export const bitSlicedStep = (labels: Uint8Array, boundary: "torus" | "dead"): PackedStep => {
  const f = coefficients(labels)
  const torus = boundary === "torus"
  let [up, mid] = [makeSums(0), makeSums(0)]
  let [spare, dead] = [new Int32Array(0), new Int32Array(0)]
  return ({ height, width, words, wordsPerRow: n }, { words: out }) => {
    if (spare.length !== n) {
      ;[up, mid] = [makeSums(n), makeSums(n)]
      ;[spare, dead] = [new Int32Array(n), new Int32Array(n)]
    }
    const mask = tailMask(width)
    const last = torus ? (width - 1) & 31 : -1
    // The first two rows that are summed, -1 and 0, come before there is a row to write.
    for (let y = -2; y < height; y++) {
      const inside = torus || (y + 1 >= 0 && y + 1 < height)
      const below = inside ? ((y + 1 + height) % height) * n : 0
      const row = Math.max(y, 0) * n
      nextRow(y < 0 ? spare : out, y < 0 ? 0 : row, words, row, inside ? words : dead, below, up, mid, f, last)
      if (y >= 0) out[row + n - 1]! &= mask
      const summed = up
      up = mid
      mid = summed
    }
  }
}
