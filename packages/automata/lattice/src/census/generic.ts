import { blockReader } from "../block.ts"
import type { Neighbourhood } from "../neighbourhood.ts"
import { frameOf, unobserved } from "../recording.ts"
import type { Observation } from "./census.ts"

/**
 * Adds one observation to `counts[key * states + next]`, cell by cell, for any neighbourhood and any
 * key (pattern or class), where the neighbourhood `within`, which contains it, is observed. The reference for the
 * packed counter.
 */
export const addGeneric = (
  counts: Float64Array,
  neighbourhood: Neighbourhood,
  keyOf: (cells: Uint8Array) => number,
  states: number,
  { boundary, recording, transitions }: Observation,
  within: Neighbourhood = neighbourhood
): void => {
  const { height, width } = recording
  const block = new Uint8Array(neighbourhood.offsets.length)
  const read = blockReader(neighbourhood, width, height, boundary)
  const wide = within === neighbourhood ? null : blockReader(within, width, height, boundary)
  const around = new Uint8Array(within.offsets.length)
  for (const t of transitions) {
    const frame = frameOf(recording, t)
    const after = frameOf(recording, t + 1)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const next = after[y * width + x]!
        if (next === unobserved || !read(frame, x, y, block)) continue
        if (wide === null || wide(frame, x, y, around)) counts[keyOf(block) * states + next]! += 1
      }
    }
  }
}
