import type { Neighbourhood } from "../neighbourhood.ts"
import type { Boundary } from "../recording.ts"
import { windowsOf } from "./windows.ts"

/** Sums of a value per cell over the whole neighbourhood of every cell, row after row. */
export interface Sums {
  /** Goes to row 0 of a frame of shape height × width; `values[state]` is what a cell counts. */
  readonly begin: (frame: Uint8Array, values: Uint8Array) => void
  /** Sums around the cells of the row it stands on; the next row follows. */
  readonly nextRow: () => Uint8Array | Uint16Array
}

type Lanes = Uint8Array | Uint16Array

/** Lanes side by side in 32-bit words, with as many to spare as the longest span needs. */
interface Strip {
  readonly lanes: Lanes
  readonly words: Int32Array
}

/**
 * Sums for worlds of this shape, each at most `largest`; beyond the border every cell counts `beyond`, on a torus as
 * the far side does.
 *
 * Four sums of a byte (two of 16 bits where `largest` exceeds 255) lie in one word and are added at once. A row's sums
 * over a span are put together from sums over 1, 2, 4, … cells; what a row adds to a window it takes back when the
 * window moves on.
 */
export const makeSums = (
  cells: Neighbourhood,
  width: number,
  height: number,
  boundary: Boundary,
  largest: number,
  beyond: number
): Sums => {
  const { dimension, radius } = cells
  const laneBits = largest > 255 ? 16 : 8
  const perWord = 32 / laneBits
  const wordsOut = Math.ceil(width / perWord)
  const size = wordsOut + Math.ceil((2 * radius + 1) / perWord) + 4
  const strip = (): Strip => {
    const words = new Int32Array(size)
    return { words, lanes: laneBits === 8 ? new Uint8Array(words.buffer) : new Uint16Array(words.buffer) }
  }
  const windows = windowsOf(cells)
  const spans = [...new Map(windows.map((w) => [`${w.first},${w.last}`, w])).values()]
  const spanOf = windows.map((w) => spans.findIndex((s) => s.first === w.first && s.last === w.last))
  const [top, bottom] = dimension === 1 ? [0, 0] : [-radius, radius]
  const depth = bottom - top + 2
  const doubles = Array.from({ length: 1 + Math.floor(Math.log2(2 * radius + 1)) }, strip)
  /** Sums of the last rows over every span, `rows[span][row mod depth]`. */
  const rows = spans.map(() => Array.from({ length: depth }, () => new Int32Array(wordsOut)))
  const total = strip()
  const rerun = windows.reduce((sum, w) => sum + w.bottom - w.top + 1, 0) <= 2 * windows.length

  let frame: Uint8Array = new Uint8Array(0)
  let values: Uint8Array = frame
  let y = 0
  const slot = (row: number): number => ((row % depth) + depth) % depth

  /** Adds up row `row` of the frame, which may lie beyond the border, over all spans. */
  const read = (row: number): void => {
    const [base] = doubles as [Strip]
    fillRow(base.lanes, frame, values, width, height, row, radius, boundary, beyond)
    for (let d = 1; d < doubles.length; d++)
      addShifted(doubles[d]!.words, doubles[d - 1]!.words, 1 << (d - 1), laneBits)
    for (const [s, { first, last }] of spans.entries()) {
      sumSpan(rows[s]![slot(row)]!, doubles, first + radius, last - first + 1, laneBits)
    }
  }
  const apply = (window: number, row: number, sign: 1 | -1): void => {
    const from = rows[spanOf[window]!]![slot(row)]!
    const { words } = total
    if (sign === 1) for (let k = 0; k < wordsOut; k++) words[k]! += from[k]!
    else for (let k = 0; k < wordsOut; k++) words[k]! -= from[k]!
  }
  const addAll = (): void => {
    total.words.fill(0)
    for (const [w, window] of windows.entries()) {
      for (let dy = window.top; dy <= window.bottom; dy++) apply(w, y + dy, 1)
    }
  }
  return {
    begin: (source, counted) => {
      frame = source
      values = counted
      y = -1
      for (let row = top; row < bottom; row++) read(row)
    },
    nextRow: () => {
      y++
      read(y + bottom)
      if (rerun || y === 0) addAll()
      else {
        for (const [w, window] of windows.entries()) {
          apply(w, y + window.bottom, 1)
          apply(w, y - 1 + window.top, -1)
        }
      }
      return total.lanes
    }
  }
}

/** One row of values with `radius` cells of border on either side. */
const fillRow = (
  into: Lanes,
  frame: Uint8Array,
  values: Uint8Array,
  width: number,
  height: number,
  row: number,
  radius: number,
  boundary: Boundary,
  beyond: number
): void => {
  const torus = boundary === "torus"
  if (!torus && (row < 0 || row >= height)) {
    into.fill(beyond, 0, width + 2 * radius)
    return
  }
  const start = (((row % height) + height) % height) * width
  for (let x = 0; x < width; x++) into[x + radius] = values[frame[start + x]!]!
  for (let i = 0; i < radius; i++) {
    into[i] = torus ? values[frame[start + ((((i - radius) % width) + width) % width)]!]! : beyond
    into[width + radius + i] = torus ? values[frame[start + (i % width)]!]! : beyond
  }
}

/** `into[x] = from[x] + from[x + shift]` for every lane. */
const addShifted = (into: Int32Array, from: Int32Array, shift: number, laneBits: number): void => {
  const bits = (shift * laneBits) & 31
  const whole = (shift * laneBits) >> 5
  const end = from.length - whole - 1
  if (bits === 0) for (let k = 0; k < end; k++) into[k] = from[k]! + from[k + whole]!
  else {
    let word = from[whole]!
    for (let k = 0; k < end; k++) {
      const after = from[k + whole + 1]!
      into[k] = from[k]! + ((word >>> bits) | (after << (32 - bits)))
      word = after
    }
  }
}

/** Sums over `length` cells from lane `at` on, put together from the sums over 1, 2, 4, … cells. */
const sumSpan = (
  into: Int32Array,
  doubles: ReadonlyArray<Strip>,
  at: number,
  length: number,
  laneBits: number
): void => {
  into.fill(0)
  let lane = at
  for (let d = doubles.length - 1; d >= 0; d--) {
    if (((length >> d) & 1) === 0) continue
    addFrom(into, doubles[d]!.words, lane, laneBits)
    lane += 1 << d
  }
}

/** `into[x] += from[x + shift]` for every lane. */
const addFrom = (into: Int32Array, from: Int32Array, shift: number, laneBits: number): void => {
  const bits = (shift * laneBits) & 31
  const whole = (shift * laneBits) >> 5
  const end = into.length
  if (bits === 0) for (let k = 0; k < end; k++) into[k]! += from[k + whole]!
  else {
    let word = from[whole]!
    for (let k = 0; k < end; k++) {
      const after = from[k + whole + 1]!
      into[k]! += (word >>> bits) | (after << (32 - bits))
      word = after
    }
  }
}
