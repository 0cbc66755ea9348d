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
  const { offsets } = neighbourhood
  const block = new Uint8Array(offsets.length)
  const beyond = boundary === "dead" ? 0 : unobserved
  for (const t of transitions) {
    const frame = frameOf(recording, t)
    const after = frameOf(recording, t + 1)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const next = after[y * width + x]!
        if (next === unobserved) continue
        let observed = true
        for (let i = 0; i < offsets.length && observed; i++) {
          let nx = x + offsets[i]![0]
          let ny = y + offsets[i]![1]
          if (boundary === "torus") {
            nx = ((nx % width) + width) % width
            ny = ((ny % height) + height) % height
          }
          const inside = nx >= 0 && nx < width && ny >= 0 && ny < height
          const cell = inside ? frame[ny * width + nx]! : beyond
          block[i] = cell
          observed = cell !== unobserved
        }
        if (observed) counts[keyOf(block) * states + next]! += 1
      }
    }
  }
}
