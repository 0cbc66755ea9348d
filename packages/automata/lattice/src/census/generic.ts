import { blockReader } from "../block.ts"
import type { Neighbourhood } from "../neighbourhood.ts"
import { frameOf, unobserved } from "../recording.ts"
import type { Observation } from "./census.ts"

/**
 * Adds one observation to `counts[key * states + next]`, cell by cell, for any neighbourhood and any
 * key (pattern or class). The reference for the packed counter.
 */
export const addGeneric = (
  counts: Float64Array,
  neighbourhood: Neighbourhood,
  keyOf: (cells: Uint8Array) => number,
  states: number,
  { boundary, recording, transitions }: Observation
): void => {
  const { height, width } = recording
  const block = new Uint8Array(neighbourhood.offsets.length)
  const read = blockReader(neighbourhood, width, height, boundary)
  for (const t of transitions) {
    const frame = frameOf(recording, t)
    const after = frameOf(recording, t + 1)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const next = after[y * width + x]!
        if (next !== unobserved && read(frame, x, y, block)) counts[keyOf(block) * states + next]! += 1
      }
    }
  }
}
