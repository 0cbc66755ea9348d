import { type Read, unreadable } from "@rulescope/arrays"
import { unobserved } from "@rulescope/lattice"
import { Result } from "effect"
import { addRun } from "../plane/pattern.ts"

/** A pattern while its text is read; the next cell is at column `x` of row `y`. */
export interface Drawing {
  /** Column, row, length and state of each run of cells not in state 0. */
  readonly runs: Array<number>
  x: number
  y: number
  /** Columns and rows that hold a cell not in state 0. */
  width: number
  height: number
  /** Repetition count read so far, -1 = none. */
  count: number
  /** First letter of a two-letter state read so far as 1 to 10, 0 = none. */
  prefix: number
  /** A `?`, a cell that is not known, was among them. */
  unknown: boolean
}

export const newDrawing = (): Drawing => ({
  runs: [],
  x: 0,
  y: 0,
  width: 0,
  height: 0,
  count: -1,
  prefix: 0,
  unknown: false
})

/** A cell that is not known, as some forums write it. */
const question = "?".charCodeAt(0)

const [zero, nine, upperA, upperX, lowerP, lowerY] = Array.from("09AXpy", (char) => char.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number
]

/** State that a character stands for after `prefix` (0 = none), or -1. */
const stateOf = (code: number, prefix: number): number => {
  if (code >= upperA && code <= upperX) return 24 * prefix + code - upperA + 1
  if (prefix > 0) return -1
  return code === 98 || code === 46 ? 0 : code === 111 ? 1 : code === question ? unobserved : -1
}

/** Cells beyond this are not drawn: no window could hold them. */
const most = 2 ** 31

const put = (drawing: Drawing, state: number): boolean => {
  const length = drawing.count < 0 ? 1 : drawing.count
  if (state > 0 && length > 0) {
    addRun(drawing.runs, drawing.x, drawing.y, length, state)
    drawing.width = Math.max(drawing.width, drawing.x + length)
    drawing.height = Math.max(drawing.height, drawing.y + 1)
  }
  drawing.x += length
  drawing.count = -1
  drawing.prefix = 0
  return drawing.x <= most
}

const endRow = (drawing: Drawing): boolean => {
  drawing.y += drawing.count < 0 ? 1 : drawing.count
  drawing.x = 0
  drawing.count = -1
  return drawing.y <= most
}

/**
 * Draws a line of run-length encoded cells from column `from` on. Answers the column after the `!` that ends
 * the pattern, or -1 when the line has none.
 *
 * `b` and `.` are state 0, `o` and `A` state 1, `B` to `X` 2 to 24, `pA` to `yO` 25 to 255; a count before a
 * state or before `$` (end of row) repeats it. Source: Golly 3.3, help page "File Formats".
 */
export const drawLine = (drawing: Drawing, line: string, from: number): Read<number> => {
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at)
    const state = stateOf(code, drawing.prefix)
    let drawn = true
    if (code === question) drawing.unknown = true
    if (state >= 0 && state <= 255) drawn = put(drawing, state)
    else if (code === 32 || code === 9) continue
    else if (code >= zero && code <= nine && drawing.prefix === 0) {
      drawing.count = Math.max(0, drawing.count) * 10 + code - zero
      drawn = drawing.count <= most
    } else if (code >= lowerP && code <= lowerY && drawing.prefix === 0) drawing.prefix = code - lowerP + 1
    else if (code === 36 && drawing.prefix === 0) drawn = endRow(drawing)
    else if (code === 33 && drawing.prefix === 0 && drawing.count < 0) return Result.succeed(at + 1)
    else
      return unreadable(
        `column ${at + 1}: unexpected "${line[at]}"`,
        "cells are b o . A to X pA to yO, $ ends a row, ! the pattern"
      )
    if (!drawn) return unreadable(`column ${at + 1}: more than 2³¹ cells in a line`, "save a smaller pattern")
  }
  return Result.succeed(-1)
}

/** The text is nothing but run-length encoded cells, at least one. */
export const isCells = (text: string): boolean => {
  const drawing = newDrawing()
  const end = Result.getOrElse(drawLine(drawing, text, 0), () => null)
  return end !== null && (end > 0 || drawing.x > 0 || drawing.y > 0)
}
