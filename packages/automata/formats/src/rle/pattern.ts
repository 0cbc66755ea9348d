import type { Topology } from "./topology.ts"

/** One pattern: the cells of one generation, not yet in a window. */
export interface Pattern {
  /** Where it stands, for messages: "005.rle", or "pattern 3 (line 20)". */
  readonly name: string
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
  /** Cells not in state 0: column, row, length and state of each run, one after another. */
  readonly runs: ReadonlyArray<number>
}

/** No cell and no size: a frame in which everything has died. */
export const isEmpty = ({ height, runs, width }: Pattern): boolean => runs.length === 0 && (width === 0 || height === 0)
