import { packedFrame } from "../packedFrame.ts"
import type { Observation } from "./census.ts"
import { makeMooreCounter } from "./moore.ts"

/** Adds one observation of a two-state world to `counts[pattern * 2 + next]`, bit-packed. */
export const addMoore = (counts: Float64Array, { boundary, recording, transitions }: Observation): void => {
  const counter = makeMooreCounter(recording.width, recording.height, boundary)
  for (const t of transitions) counter.add(packedFrame(recording, t), packedFrame(recording, t + 1))
  counter.addTo(counts)
}
