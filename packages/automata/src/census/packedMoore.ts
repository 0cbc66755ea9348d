import { tailMask } from "../packed.ts"
import { type Boundary, frameOf, type Recording, unobserved } from "../recording.ts"
import { borderOf, makePadded, type Padded, padInto } from "./padded.ts"

const live = new Uint8Array(256)
live[1] = 1
const observed = new Uint8Array(256).fill(1)
observed[unobserved] = 0

/** Counts two neighbouring cells at a time: 4 columns × 3 rows of cells and 2 outcomes make 2¹⁴ windows. */
export interface MooreCounts {
  readonly windows: Uint32Array
  /** 3 columns × 3 rows of cells and 1 outcome, for cells counted one at a time. */
  readonly singles: Uint32Array
}

export const makeMooreCounts = (): MooreCounts => ({
  windows: new Uint32Array(1 << 14),
  singles: new Uint32Array(1 << 10)
})

/**
 * Counts the transition between two padded frames; `valid` has a bit for every cell that may count.
 *
 * For each word of 32 cells whose cells are all valid, 16 windows are read from three rows; otherwise
 * the valid cells are visited one by one.
 */
export const countMoore = (
  { singles, windows }: MooreCounts,
  now: Padded,
  next: Padded,
  valid: Int32Array,
  width: number,
  height: number
): void => {
  const n = now.wordsPerRow
  const a = now.words
  const b = next.words
  const words = (width + 31) >> 5
  for (let y = 0; y < height; y++) {
    const top = y * n
    const mid = top + n
    const bottom = mid + n
    for (let k = 0; k < words; k++) {
      const ok = valid[y * words + k]!
      if (ok === 0) continue
      const t = a[top + k]!,
        m = a[mid + k]!,
        d = a[bottom + k]!
      const tHigh = a[top + k + 1]!,
        mHigh = a[mid + k + 1]!,
        dHigh = a[bottom + k + 1]!
      // Outcomes moved so that bit i belongs to cell 32k + i, as the windows' west cells are.
      const o = (b[mid + k]! >>> 1) | (b[mid + k + 1]! << 31)
      if (ok === -1) {
        for (let i = 0; i < 30; i += 2) {
          const window = (((o >>> i) & 3) << 12) | (((t >>> i) & 15) << 8) | (((m >>> i) & 15) << 4) | ((d >>> i) & 15)
          windows[window]!++
        }
        const window =
          ((o >>> 30) << 12) |
          (((t >>> 30) | ((tHigh & 3) << 2)) << 8) |
          (((m >>> 30) | ((mHigh & 3) << 2)) << 4) |
          (d >>> 30) |
          ((dHigh & 3) << 2)
        windows[window]!++
      } else {
        for (let rest = ok; rest !== 0; rest &= rest - 1) {
          const i = 31 - Math.clz32(rest & -rest)
          const high = i === 0 ? 0 : 32 - i
          const tt = i === 0 ? t : (t >>> i) | (tHigh << high)
          const mm = i === 0 ? m : (m >>> i) | (mHigh << high)
          const dd = i === 0 ? d : (d >>> i) | (dHigh << high)
          singles[(((o >>> i) & 1) << 9) | ((tt & 7) << 6) | ((mm & 7) << 3) | (dd & 7)]!++
        }
      }
    }
  }
}

/** Three bits in reading order: bit 0 of a window is the western cell, which is the most significant of a pattern. */
const turned = (bits: number): number => ((bits & 1) << 2) | (bits & 2) | ((bits >> 2) & 1)

/** Adds windows and singles to `counts[pattern * 2 + next]`. */
export const foldMoore = ({ singles, windows }: MooreCounts, counts: Float64Array): void => {
  for (let window = 0; window < windows.length; window++) {
    const seen = windows[window]!
    if (seen === 0) continue
    for (const east of [0, 1]) {
      const row = (shift: number): number => turned((window >> (shift + east)) & 7)
      counts[((row(8) << 6) | (row(4) << 3) | row(0)) * 2 + ((window >> (12 + east)) & 1)]! += seen
    }
  }
  for (let single = 0; single < singles.length; single++) {
    const pattern = (turned((single >> 6) & 7) << 6) | (turned((single >> 3) & 7) << 3) | turned(single & 7)
    counts[pattern * 2 + (single >> 9)]! += singles[single]!
  }
}

/** Cells of an unmasked frame that may count: all, or all but the edge when what lies beyond is unknown. */
const plainValid = (width: number, height: number, boundary: Boundary): Int32Array => {
  const words = (width + 31) >> 5
  const valid = new Int32Array(words * height)
  for (let y = 0; y < height; y++) {
    if (boundary === "unknown" && (y === 0 || y === height - 1)) continue
    for (let k = 0; k < words; k++) valid[y * words + k] = k === words - 1 ? tailMask(width) : -1
    if (boundary === "unknown") {
      valid[y * words]! &= ~1
      valid[y * words + ((width - 1) >> 5)]! &= ~(1 << ((width - 1) & 31))
    }
  }
  return valid
}

/** Cells whose nine cells are observed now and whose outcome is observed: the and of nine shifted masks and one. */
const maskedValid = (valid: Int32Array, now: Padded, next: Padded, width: number, height: number): void => {
  const n = now.wordsPerRow
  const words = (width + 31) >> 5
  const three = (p: Int32Array, at: number): number => {
    const low = p[at]!
    const high = p[at + 1]!
    return low & ((low >>> 1) | (high << 31)) & ((low >>> 2) | (high << 30))
  }
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < words; k++) {
      const at = y * n + k
      const outcome = (next.words[at + n]! >>> 1) | (next.words[at + n + 1]! << 31)
      const all = three(now.words, at) & three(now.words, at + n) & three(now.words, at + 2 * n) & outcome
      valid[y * words + k] = k === words - 1 ? all & tailMask(width) : all
    }
  }
}

/** A counter for one recording: `add` a transition, then `addTo` a census. */
export const makeMooreCounter = (
  recording: Recording,
  boundary: Boundary
): { readonly add: (t: number) => void; readonly addTo: (counts: Float64Array) => void } => {
  const { height, width } = recording
  const counts = makeMooreCounts()
  const masked = recording.cells.includes(unobserved)
  const valid = plainValid(width, height, boundary)
  const pads = Array.from({ length: masked ? 4 : 2 }, () => makePadded(width, height))
  // Frames last read, so that consecutive transitions pad each frame once.
  const held = [-1, -1]
  const load = (t: number): number => {
    const slot = t & 1
    if (held[slot] !== t) {
      held[slot] = t
      padInto(pads[slot]!, frameOf(recording, t), width, height, live, borderOf(boundary))
      if (masked) {
        const border = boundary === "dead" ? 1 : borderOf(boundary)
        padInto(pads[slot + 2]!, frameOf(recording, t), width, height, observed, border)
      }
    }
    return slot
  }
  return {
    add: (t) => {
      const now = load(t)
      const next = load(t + 1)
      if (masked) maskedValid(valid, pads[now + 2]!, pads[next + 2]!, width, height)
      countMoore(counts, pads[now]!, pads[next]!, valid, width, height)
    },
    addTo: (target) => foldMoore(counts, target)
  }
}
