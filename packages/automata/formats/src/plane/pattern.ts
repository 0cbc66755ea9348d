import type { Topology } from "./topology.ts"

/** One pattern: the cells of one generation, not yet in a window. */
export interface Pattern {
  /** Where it stands, for messages: "005.rle", or "pattern 3 (line 20)". */
  readonly name: string
  /** Title that the file gives it, or null. */
  readonly title: string | null
  /** Box that it covers: as its header says, wider where cells lie outside. */
  readonly width: number
  readonly height: number
  /** Coordinates of the top left cell of the box; null when the file does not say. */
  readonly corner: { readonly x: number; readonly y: number } | null
  readonly generation: number | null
  /** A `#CXRLE` line, Golly's mark, precedes it. */
  readonly marked: boolean
  /** Rule string without topology. */
  readonly rule: string | null
  readonly topology: Topology | null
  /**
   * Cells not in state 0: column, row, length and state of each run, one after another, rows and columns rising;
   * a run is as long as it can be.
   */
  readonly runs: ReadonlyArray<number>
}

/** What a pattern is of which only the cells are known. */
export const unplaced = {
  title: null,
  corner: null,
  generation: null,
  marked: false,
  rule: null,
  topology: null
} as const

/** No cell and no size: a frame in which everything has died. */
export const isEmpty = ({ height, runs, width }: Pattern): boolean => runs.length === 0 && (width === 0 || height === 0)

/** Whether a run, dead cells left out, is in such a state. */
export const holdsState = ({ runs }: Pattern, such: (state: number) => boolean): boolean => {
  for (let i = 3; i < runs.length; i += 4) if (such(runs[i]!)) return true
  return false
}

/** Adds a run behind those that are there, to the last one where it goes on. */
export const addRun = (runs: Array<number>, x: number, y: number, length: number, state: number): void => {
  const last = runs.length - 4
  if (last >= 0 && runs[last + 1] === y && runs[last + 3] === state && x === runs[last]! + runs[last + 2]!) {
    runs[last + 2]! += length
  } else runs.push(x, y, length, state)
}

/** Runs of single cells, `cells[3 * i]` column, row and state of each, in any order; a cell given twice is one. */
export const runsOfCells = (cells: ReadonlyArray<number>): ReadonlyArray<number> => {
  const order = Array.from({ length: cells.length / 3 }, (_, i) => 3 * i).sort(
    (a, b) => cells[a + 1]! - cells[b + 1]! || cells[a]! - cells[b]!
  )
  const runs: Array<number> = []
  let before = -1
  for (const at of order) {
    const [x, y, state] = [cells[at]!, cells[at + 1]!, cells[at + 2]!]
    if (before < 0 || cells[before] !== x || cells[before + 1] !== y) addRun(runs, x, y, 1, state)
    before = at
  }
  return runs
}

/** Largest column and row of runs, and the smallest. */
const extentOf = (runs: ReadonlyArray<number>) => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < runs.length; i += 4) {
    left = Math.min(left, runs[i]!)
    top = Math.min(top, runs[i + 1]!)
    right = Math.max(right, runs[i]! + runs[i + 2]!)
    bottom = Math.max(bottom, runs[i + 1]! + 1)
  }
  return { left, top, right, bottom }
}

/** Runs moved so that column `x` and row `y` become 0. */
const movedTo = (runs: ReadonlyArray<number>, x: number, y: number): ReadonlyArray<number> =>
  runs.map((value, i) => (i % 4 === 0 ? value - x : i % 4 === 1 ? value - y : value))

/** A pattern of cells with absolute coordinates: its box is the smallest one. */
export const placedPattern = (name: string, runs: ReadonlyArray<number>, known: Partial<Pattern>): Pattern => {
  const { bottom, left, right, top } = extentOf(runs)
  if (runs.length === 0) return { ...unplaced, ...known, name, width: 0, height: 0, runs }
  const corner = { x: left, y: top }
  return {
    ...unplaced,
    corner,
    ...known,
    name,
    width: right - left,
    height: bottom - top,
    runs: movedTo(runs, left, top)
  }
}
