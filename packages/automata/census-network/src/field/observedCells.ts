import { blockReader, frameOf, type Neighbourhood, unobserved } from "@rulescope/lattice"
import type { Sample } from "@rulescope/automata"

/** A rectangle of cells, from (x, y) on. */
export interface Window {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Visits the cells of one transition whose field and outcome are observed. `block` is what the cell sees, in the order
 * of the offsets, and is used again; visiting ends where `visit` returns false.
 */
export const visitCells = (
  field: Neighbourhood,
  { boundary, recording }: Sample,
  transition: number,
  { height, width, x: left, y: top }: Window,
  visit: (block: Uint8Array, next: number) => boolean
): boolean => {
  const block = new Uint8Array(field.offsets.length)
  const read = blockReader(field, recording.width, recording.height, boundary)
  const frame = frameOf(recording, transition)
  const after = frameOf(recording, transition + 1)
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) {
      const next = after[y * recording.width + x]!
      if (next !== unobserved && read(frame, x, y, block) && !visit(block, next)) return false
    }
  }
  return true
}

export const wholeFrame = ({ recording: { height, width } }: Sample): Window => ({ x: 0, y: 0, width, height })

/** Every transition of samples that counts, with its weight. */
export const transitionsOf = (samples: ReadonlyArray<Sample>) =>
  samples.flatMap((sample) =>
    sample.transitions.flatMap((transition, i) => {
      const weight = sample.weights[i]!
      return weight > 0 ? [{ sample, transition, weight }] : []
    })
  )
