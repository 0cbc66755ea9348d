import { type Boundary, type Recording, unobserved } from "@rulescope/lattice"
import { Result } from "effect"
import { type Read, unreadable } from "./unreadable.ts"

/** Frames of one evolution as read, before what the file says about them is settled. */
export interface Frames {
  readonly width: number
  readonly height: number
  readonly frames: number
  /** `cells[(t * height + y) * width + x]`: 0 to 254, or 255 = unobserved. */
  readonly cells: Uint8Array
}

/** What a file says about its frames besides the cells. */
export interface Statement {
  readonly boundary: Boundary | "auto"
  readonly rule: string | null
  /** Number of states; 0 when the file does not say. */
  readonly states: number
}

/** Frames with what the file says about them. */
export interface StatedFrames extends Frames {
  readonly statement: Statement
}

export const nothingStated: Statement = { boundary: "auto", rule: null, states: 0 }

/** Largest observed state, 0 when no cell was observed. */
export const largestState = (cells: Uint8Array): number => {
  const seen = new Uint8Array(256)
  for (let i = 0; i < cells.length; i++) seen[cells[i]!] = 1
  return Math.max(0, seen.subarray(0, unobserved).lastIndexOf(1))
}

/** States are those stated, or as many as occur when these are more; at least 2. */
export const recordingOf = (source: string, { statement, ...frames }: StatedFrames): Recording => ({
  source,
  ...frames,
  states: Math.max(2, statement.states, largestState(frames.cells) + 1),
  boundary: statement.boundary,
  rule: statement.rule
})

/** Most cells one recording may have: a byte each, 1 GiB. */
const mostCells = 2 ** 30

/** Dead cells for so many frames, unless they would not fit into memory. */
export const deadFrames = (width: number, height: number, frames: number): Read<Uint8Array> =>
  width * height * frames > mostCells
    ? unreadable(
        `${frames} frames in a window of ${width} × ${height} cells are more than 2³⁰ cells`,
        "record a smaller window or fewer frames"
      )
    : Result.succeed(new Uint8Array(width * height * frames))
