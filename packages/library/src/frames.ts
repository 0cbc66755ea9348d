import { type Recording, unobserved } from "@rulescope/lattice"

/**
 * Frames of one evolution, oldest first: lists of rows of cells, shape [frames][height][width], or, for a world of one
 * dimension, lists of cells, shape [frames][width]; or all cells in one list with their shape, [frames, height, width].
 * A cell is its state, a whole number from 0 to 254; 255 or NaN where it was not observed.
 */
export type Frames =
  | ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>>
  | ReadonlyArray<ReadonlyArray<number>>
  | { readonly cells: ArrayLike<number>; readonly shape: readonly [frames: number, height: number, width: number] }

/** Why something is no frames. */
const refuse = (what: string): never => {
  throw new TypeError(`the frames cannot be read: ${what}; give lists of shape [frames][height][width]`)
}

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value)

/** The length that all lists of a level have. */
const common = (lists: ReadonlyArray<ArrayLike<unknown>>, what: string): number => {
  const { length } = lists[0] ?? refuse(`there is no ${what}`)
  const other = lists.findIndex((list) => list.length !== length)
  return other < 0
    ? length
    : refuse(`${what} ${other} has ${lists[other]!.length} entries, and ${what} 0 has ${length}`)
}

const flat = (nested: ReadonlyArray<unknown>) => {
  const frames = nested.map((frame, t) => (isList(frame) ? Array.from(frame) : refuse(`frame ${t} is no list`)))
  const height = common(frames, "frame")
  if (!isList(frames[0]![0])) return { cells: frames.flat(), shape: [frames.length, 1, height] as const }
  const rows = frames.flat().map((row, y) => (isList(row) ? row : refuse(`row ${y} is no list`)))
  return { cells: rows.flatMap((row) => Array.from(row)), shape: [frames.length, height, common(rows, "row")] as const }
}

/** Frames of a program as a recording. */
export const recordingOf = (given: Frames, boundary: Recording["boundary"]): Recording => {
  const { cells, shape } = "cells" in given ? given : flat(given)
  const [frames, height, width] = shape
  const states = Uint8Array.from(cells as ArrayLike<number>, (cell, at) => {
    if (Number.isNaN(cell)) return unobserved
    return Number.isInteger(cell) && cell >= 0 && cell <= unobserved ? cell : refuse(`cell ${at} is ${String(cell)}`)
  })
  if (states.length !== frames * height * width) refuse(`${states.length} cells are not ${shape.join(" × ")}`)
  const highest = states.reduce((most, cell) => (cell === unobserved ? most : Math.max(most, cell)), 1)
  return { source: "frames", width, height, frames, states: highest + 1, cells: states, boundary, rule: null }
}
