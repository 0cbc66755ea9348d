import { packedFrame } from "../packedFrame.ts"
import type { Recording } from "../recording.ts"
import type { Observation } from "./census.ts"
import { makeMooreCounter, type MooreCounter } from "./moore.ts"

const count = (counter: MooreCounter, recording: Recording, transitions: ReadonlyArray<number>): MooreCounter => {
  for (const t of transitions) counter.add(packedFrame(recording, t), packedFrame(recording, t + 1))
  return counter
}

const kept = new WeakMap<Recording, WeakMap<ReadonlyArray<number>, Float64Array>>()

/** Counts of the cells that have their whole neighbourhood inside, kept: they are the same whatever lies beyond. */
const interior = (recording: Recording, transitions: ReadonlyArray<number>): Float64Array => {
  let ofRecording = kept.get(recording)
  if (ofRecording === undefined) kept.set(recording, (ofRecording = new WeakMap()))
  const known = ofRecording.get(transitions)
  if (known !== undefined) return known
  const counts = new Float64Array(1024)
  count(makeMooreCounter(recording.width, recording.height, "unknown"), recording, transitions).addTo(counts)
  ofRecording.set(transitions, counts)
  return counts
}

/** Adds one observation of a two-state world to `counts[pattern * 2 + next]`, bit-packed. */
export const addMoore = (counts: Float64Array, { boundary, recording, transitions }: Observation): void => {
  for (const [at, inside] of interior(recording, transitions).entries()) counts[at]! += inside
  if (boundary === "unknown") return
  count(makeMooreCounter(recording.width, recording.height, boundary, "edge"), recording, transitions).addTo(counts)
}
