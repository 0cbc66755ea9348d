import { makePacked, type Packed, tailMask } from "../packed.ts"
import type { PackedFrame } from "../packedFrame.ts"
import type { Boundary } from "../recording.ts"
import { countRow, drain, type MooreTally, singleCount, windowCount } from "./mooreRow.ts"
import { beginRows, blurRow, type Border, makeRows, moveDown, type Rows } from "../rows.ts"

/** Counts transitions between packed frames on the 3×3 Moore neighbourhood. */
export interface MooreCounter {
  /** Counts one transition, shape height × width. */
  readonly add: (now: PackedFrame, next: PackedFrame) => void
  /** Adds what has been counted so far to `counts[pattern * 2 + next]`, once. */
  readonly addTo: (counts: Float64Array) => void
}

/** Cells from which on counting in pairs repays its table of 2¹⁴ entries. */
const worthPairs = 1 << 15

/** Cells after which tallies are emptied, so that their 32 bits never overflow. */
const drainAfter = 2 ** 30

/** Cells of row y that count: no hidden cell among their nine, no hidden outcome. */
const validRow = (valid: Int32Array, hidden: Rows, next: Packed, y: number): void => {
  blurRow(valid, 0, hidden, valid.length)
  for (let k = 0; k < valid.length; k++) valid[k] = ~(valid[k]! | next.words[y * valid.length + k]!)
  valid[valid.length - 1]! &= tailMask(next.width)
}

/** Cells of row y whose neighbourhood reaches beyond the edges. */
const keepEdge = (valid: Int32Array, y: number, width: number, height: number): void => {
  if (y === 0 || y === height - 1) return
  const [first, last] = [valid[0]! & 1, valid[valid.length - 1]! & (1 << ((width - 1) & 31))]
  valid.fill(0)
  valid[0]! |= first
  valid[valid.length - 1]! |= last
}

/**
 * A counter for worlds of one shape and boundary; beyond an unknown border every cell is hidden. With "edge" it counts
 * the cells alone that an unknown border leaves out.
 */
export const makeMooreCounter = (
  width: number,
  height: number,
  boundary: Boundary,
  cellsCounted: "all" | "edge" = "all"
): MooreCounter => {
  const border: Border = boundary === "torus" ? "torus" : 0
  const hiddenBorder: Border = boundary === "unknown" ? 1 : border
  const tally: MooreTally = { singles: new Int32Array(singleCount), windows: null }
  const drained = new Float64Array(singleCount)
  const cells = makeRows(width)
  const hidden = makeRows(width)
  const none = makePacked(width, height)
  const valid = new Int32Array(none.wordsPerRow)
  let counted = 0
  let pending = 0

  const add = (now: PackedFrame, next: PackedFrame): void => {
    if (pending > 0 && pending + width * height > drainAfter) {
      drain(tally, drained)
      pending = 0
    }
    pending += width * height
    counted += width * height
    if (counted > worthPairs) tally.windows ??= new Uint32Array(windowCount)
    const masked = boundary === "unknown" || now.hidden !== null || next.hidden !== null
    const hiddenNow = now.hidden ?? none
    const hiddenNext = next.hidden ?? none
    beginRows(cells, now.live, border)
    if (masked) beginRows(hidden, hiddenNow, hiddenBorder)
    for (let y = 0; y < height; y++) {
      moveDown(cells, now.live, y, border)
      if (masked) {
        moveDown(hidden, hiddenNow, y, hiddenBorder)
        validRow(valid, hidden, hiddenNext, y)
      } else {
        valid.fill(-1)
        valid[valid.length - 1] = tailMask(width)
      }
      if (cellsCounted === "edge") keepEdge(valid, y, width, height)
      countRow(tally, cells, next.live.words, y * valid.length, valid)
    }
  }
  return {
    add,
    addTo: (counts) => {
      drain(tally, drained)
      pending = 0
      for (let i = 0; i < drained.length; i++) counts[i]! += drained[i]!
      drained.fill(0)
    }
  }
}
