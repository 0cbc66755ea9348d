import { type Packed, tailMask } from "../packed.ts"

/**
 * Coefficients of the rule as an exclusive-or polynomial, as all-zero or all-one words.
 *
 * A cell's next state is selected by the number n of live cells in its whole 3×3 block (0 to 9, the
 * cell included) and by the cell c itself. For each pair of counts 2k and 2k+1 it equals
 * a ⊕ b·n₀ ⊕ d·c ⊕ e·n₀c with n₀ the lowest bit of n; the pair is then selected by the higher bits.
 */
const coefficients = (labels: Uint8Array): Int32Array => {
  const dead = (n: number): number => (n <= 8 ? labels[n]! : 0)
  const live = (n: number): number => (n >= 1 && n <= 9 ? labels[8 + n]! : 0)
  const words = new Int32Array(20)
  for (let k = 0; k < 5; k++) {
    const [d0, d1, l0, l1] = [dead(2 * k), dead(2 * k + 1), live(2 * k), live(2 * k + 1)]
    words.set([-d0, -(d0 ^ d1), -(d0 ^ l0), -(d0 ^ d1 ^ l0 ^ l1)], 4 * k)
  }
  return words
}

/** One synchronous step of a packed world; `target` must not be `source` and must have its shape. */
export type PackedStep = (source: Packed, target: Packed) => void

/**
 * Adds west + cell + east of row y, bit-sliced: ones at `planes[at + k]`, twos at `planes[at + wordsPerRow + k]`.
 * y = -1 and height are the rows beyond.
 */
const sumRow = (planes: Int32Array, at: number, source: Packed, y: number, torus: boolean): void => {
  const { height, width, words, wordsPerRow } = source
  const twos = at + wordsPerRow
  if (!torus && (y < 0 || y >= height)) {
    planes.fill(0, at, twos + wordsPerRow)
    return
  }
  const row = ((y + height) % height) * wordsPerRow
  const end = row + wordsPerRow - 1
  const last = (width - 1) & 31
  let before = torus ? (words[end]! >>> last) & 1 : 0
  const after = torus ? (words[row]! & 1) << last : 0
  for (let k = 0; k < wordsPerRow; k++) {
    const c = words[row + k]!
    const w = (c << 1) | before
    before = c >>> 31
    const e = (c >>> 1) | (row + k === end ? after : words[row + k + 1]! << 31)
    const we = w ^ e
    planes[at + k] = we ^ c
    planes[twos + k] = (w & e) | (we & c)
  }
}

/** Next states of one row from the planes of the rows above (`up`), on and below (`down`) it. */
const nextRow = (
  out: Int32Array,
  words: Int32Array,
  row: number,
  n: number,
  planes: Int32Array,
  up: number,
  mid: number,
  down: number,
  f: Int32Array
): void => {
  const [a0, b0, d0, e0] = [f[0]!, f[1]!, f[2]!, f[3]!]
  const [a1, b1, d1, e1] = [f[4]!, f[5]!, f[6]!, f[7]!]
  const [a2, b2, d2, e2] = [f[8]!, f[9]!, f[10]!, f[11]!]
  const [a3, b3, d3, e3] = [f[12]!, f[13]!, f[14]!, f[15]!]
  const [a4, b4, d4, e4] = [f[16]!, f[17]!, f[18]!, f[19]!]
  for (let k = 0; k < n; k++) {
    const x0 = planes[up + k]!
    const y0 = planes[mid + k]!
    const z0 = planes[down + k]!
    const x1 = planes[up + n + k]!
    const y1 = planes[mid + n + k]!
    const z1 = planes[down + n + k]!
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
    const v0 = a0 ^ (b0 & n0) ^ (d0 & c) ^ (e0 & nc)
    const v1 = a1 ^ (b1 & n0) ^ (d1 & c) ^ (e1 & nc)
    const v2 = a2 ^ (b2 & n0) ^ (d2 & c) ^ (e2 & nc)
    const v3 = a3 ^ (b3 & n0) ^ (d3 & c) ^ (e3 & nc)
    const v4 = a4 ^ (b4 & n0) ^ (d4 & c) ^ (e4 & nc)
    const low = v0 ^ ((v0 ^ v1) & n1)
    const high = v2 ^ ((v2 ^ v3) & n1)
    const upTo7 = low ^ ((low ^ high) & n2)
    out[row + k] = upTo7 ^ ((upTo7 ^ v4) & n3)
  }
}

/**
 * Compiles a life-like rule (`labels` of the 18 classes, 0 or 1) into a step on packed worlds, 32 cells a word operation.
 *
 * Cells of a row are added by full adders to two bit planes (ones, twos); three rows of planes are
 * added to four; the polynomial of `coefficients` is evaluated on them.
 */
export const bitSlicedStep = (labels: Uint8Array, boundary: "torus" | "dead"): PackedStep => {
  const f = coefficients(labels)
  const torus = boundary === "torus"
  let planes = new Int32Array(0)
  return (source, target) => {
    const { height, width, words, wordsPerRow: n } = source
    if (planes.length < 6 * n) planes = new Int32Array(6 * n)
    const out = target.words
    const mask = tailMask(width)
    let [up, mid, down] = [0, 2 * n, 4 * n]
    sumRow(planes, up, source, -1, torus)
    sumRow(planes, mid, source, 0, torus)
    for (let y = 0; y < height; y++) {
      sumRow(planes, down, source, y + 1, torus)
      nextRow(out, words, y * n, n, planes, up, mid, down, f)
      out[y * n + n - 1]! &= mask
      const free = up
      up = mid
      mid = down
      down = free
    }
  }
}
