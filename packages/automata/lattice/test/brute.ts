import type { Boundary, Recording } from "../src/index.ts"

/** Next state of a cell from the cells around it in the order of the offsets. */
export type Local = (cells: ReadonlyArray<number>) => number

/** The nine cells around one, written out by hand. */
export const nine: ReadonlyArray<readonly [number, number]> = [
  [-1, -1],
  [0, -1],
  [1, -1],
  [-1, 0],
  [0, 0],
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1]
]

const wrap = (value: number, size: number): number => {
  let inside = value
  while (inside < 0) inside += size
  while (inside >= size) inside -= size
  return inside
}

/** The cells around (x, y), or null when one of them is not observed. */
export const around = (
  offsets: ReadonlyArray<readonly [number, number]>,
  frame: ReadonlyArray<ReadonlyArray<number>>,
  x: number,
  y: number,
  boundary: Boundary
): ReadonlyArray<number> | null => {
  const height = frame.length
  const width = frame[0]!.length
  const cells = offsets.map(([dx, dy]) => {
    if (boundary === "torus") return frame[wrap(y + dy, height)]![wrap(x + dx, width)]!
    return frame[y + dy]?.[x + dx] ?? (boundary === "dead" ? 0 : 255)
  })
  return cells.includes(255) ? null : cells
}

export const gridOf = (cells: ArrayLike<number>, width: number, height: number): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => cells[y * width + x]!))

/** One step without any trick: the second opinion on every simulator. */
export const bruteStep = (
  offsets: ReadonlyArray<readonly [number, number]>,
  next: Local,
  cells: ArrayLike<number>,
  width: number,
  height: number,
  boundary: Boundary
): ReadonlyArray<number> => {
  const frame = gridOf(cells, width, height)
  return frame.flatMap((row, y) =>
    row.map((_, x) => {
      const block = around(offsets, frame, x, y, boundary)
      return block === null ? 255 : next(block)
    })
  )
}

/** Counts every fully observed neighbourhood with its outcome, keyed "cells>next". */
export const bruteCensus = (
  offsets: ReadonlyArray<readonly [number, number]>,
  recording: Recording,
  boundary: Boundary,
  transitions: ReadonlyArray<number>
): ReadonlyMap<string, number> => {
  const { height, width } = recording
  const size = width * height
  const counts = new Map<string, number>()
  for (const t of transitions) {
    const now = gridOf(recording.cells.subarray(t * size, (t + 1) * size), width, height)
    const after = gridOf(recording.cells.subarray((t + 1) * size, (t + 2) * size), width, height)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const block = around(offsets, now, x, y, boundary)
        const next = after[y]![x]!
        if (block === null || next === 255) continue
        const key = `${block.join("")}>${next}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
  }
  return counts
}
