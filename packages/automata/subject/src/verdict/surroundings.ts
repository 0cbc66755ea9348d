import { frameOf, type Neighbourhood, type Observation, unobserved } from "@rulescope/lattice"

/** One cell with all that its next state may depend on. */
export interface Cell {
  /** Index of its pattern, and the state that follows. */
  readonly pattern: number
  readonly next: number
  /** Live cells on the ring outside its neighbourhood; −1 when one of them is not known. */
  readonly around: number
  /** Its state in the frame before; −1 when that is not known. */
  readonly before: number
  readonly recording: number
  readonly t: number
  readonly x: number
  readonly y: number
}

/** Cells looked at, at most. */
const most = 150_000

/** Offsets of the square ring one cell outside a neighbourhood, or of the two cells in one dimension. */
const ringOf = ({ dimension, radius }: Neighbourhood): ReadonlyArray<readonly [number, number]> => {
  const reach = radius + 1
  if (dimension === 1) {
    return [
      [-reach, 0],
      [reach, 0]
    ]
  }
  const ring: Array<readonly [number, number]> = []
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      if (Math.max(Math.abs(dx), Math.abs(dy)) === reach) ring.push([dx, dy])
    }
  }
  return ring
}

/** Visits the cells of observations whose neighbourhood and outcome are recorded, row by row; of many, those of the first rows. */
export const eachCell = (
  neighbourhood: Neighbourhood,
  states: number,
  observations: ReadonlyArray<Observation>,
  visit: (cell: Cell) => void
): void => {
  const ring = ringOf(neighbourhood)
  const all = observations.reduce((sum, { recording, transitions }) => sum + transitions.length * recording.width, 0)
  for (const [index, { boundary, recording, transitions }] of observations.entries()) {
    const { height, width } = recording
    const rows = Math.min(height, Math.max(1, Math.ceil(most / all)))
    const at = (frame: Uint8Array, x: number, y: number): number => {
      if (x >= 0 && y >= 0 && x < width && y < height) return frame[y * width + x]!
      if (boundary === "dead") return 0
      if (boundary === "unknown") return unobserved
      return frame[((y + height) % height) * width + ((x + width) % width)]!
    }
    for (const t of transitions) {
      const [frame, after] = [frameOf(recording, t), frameOf(recording, t + 1)]
      const previous = t > 0 ? frameOf(recording, t - 1) : null
      for (let y = 0; y < rows; y++) {
        for (let x = 0; x < width; x++) {
          const next = after[y * width + x]!
          if (next === unobserved) continue
          let pattern = 0
          for (const [dx, dy] of neighbourhood.offsets) {
            const state = at(frame, x + dx, y + dy)
            pattern = state === unobserved || pattern < 0 ? -1 : pattern * states + state
          }
          if (pattern < 0) continue
          let around = 0
          for (const [dx, dy] of ring) {
            const state = at(frame, x + dx, y + dy)
            around = state === unobserved || around < 0 ? -1 : around + (state > 0 ? 1 : 0)
          }
          const old = previous === null ? unobserved : previous[y * width + x]!
          visit({ pattern, next, around, before: old === unobserved ? -1 : old, recording: index, t, x, y })
        }
      }
    }
  }
}
