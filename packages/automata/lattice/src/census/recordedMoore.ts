import { holdsUnobserved, makePacked, packInto } from "../packed.ts"
import { frameOf, unobserved } from "../recording.ts"
import type { Observation } from "./census.ts"
import { makeMooreCounter, type PackedFrame } from "./moore.ts"

/** Adds one observation of a two-state world to `counts[pattern * 2 + next]`, bit-packed. */
export const addMoore = (counts: Float64Array, { boundary, recording, transitions }: Observation): void => {
  const { height, width } = recording
  const counter = makeMooreCounter(width, height, boundary)
  const slots = [0, 1].map(() => ({ live: makePacked(width, height), hidden: makePacked(width, height) }))
  // Frames last packed, so that consecutive transitions pack each frame once.
  const held: Array<{ readonly t: number; readonly frame: PackedFrame } | null> = [null, null]
  const frameAt = (t: number): PackedFrame => {
    const kept = held[t & 1]
    if (kept?.t === t) return kept.frame
    const { hidden, live } = slots[t & 1]!
    const cells = frameOf(recording, t)
    const masked = holdsUnobserved(cells)
    packInto(live, cells, 1)
    if (masked) packInto(hidden, cells, unobserved)
    const frame = { live, hidden: masked ? hidden : null }
    held[t & 1] = { t, frame }
    return frame
  }
  for (const t of transitions) counter.add(frameAt(t), frameAt(t + 1))
  counter.addTo(counts)
}
