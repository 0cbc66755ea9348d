import { type Counting } from "../counting/counting.ts"
import { classBySum, makeField, sumsOf } from "../counting/field.ts"
import type { Neighbourhood } from "../neighbourhood.ts"
import { frameOf, unobserved } from "../recording.ts"
import type { Observation } from "./census.ts"

/**
 * Adds one observation to `counts[class * states + next]` by sums over neighbourhoods. Cells count whose whole
 * neighbourhood `within` is observed.
 */
export const addCounting = (
  counts: Float64Array,
  neighbourhood: Neighbourhood,
  counting: Counting,
  states: number,
  { boundary, recording, transitions }: Observation,
  within: Neighbourhood
): void => {
  const { height, width } = recording
  const sums = sumsOf(counting)
  const field = makeField(neighbourhood, counting, width, height, boundary, within)
  // Indexed by outcome, state and sum; outcomes and states of 255 are counted apart and left out.
  const tally = new Float64Array(states * sums * states)
  for (const t of transitions) {
    const frame = frameOf(recording, t)
    const after = frameOf(recording, t + 1)
    field.begin(frame)
    for (let y = 0; y < height; y++) {
      const { hidden, sums: around } = field.nextRow()
      const row = y * width
      for (let x = 0; x < width; x++) {
        const next = after[row + x]!
        if (next === unobserved || (hidden !== null && hidden[x]! > 0)) continue
        tally[(frame[row + x]! * sums + around[x]!) * states + next]! += 1
      }
    }
  }
  for (const [at, index] of classBySum(counting).entries()) {
    for (let next = 0; next < states; next++) counts[index * states + next]! += tally[at * states + next]!
  }
}
