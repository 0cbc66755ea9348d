import type { Neighbourhood } from "./neighbourhood.ts"
import { frameOf, type Recording, unobserved } from "./recording.ts"

/** A cell whose neighbourhood reaches beyond the edges, with its outcome. */
export interface EdgeCell {
  /** Bit i is set where the cell at offset i lies beyond. */
  readonly beyond: number
  /** Pattern with dead cells beyond. */
  readonly dead: number
  /** Pattern with the far side beyond; -1 when a cell of it is not observed. */
  readonly torus: number
  readonly next: number
}

/** Edge cells of the transitions whose visible neighbourhood and outcome are observed. */
export function* edgeCells(
  { dimension, offsets, radius }: Neighbourhood,
  recording: Recording,
  transitions: ReadonlyArray<number>
): Generator<EdgeCell> {
  const { height, states, width } = recording
  const wrap = (value: number, size: number): number => ((value % size) + size) % size
  const read = (frame: Uint8Array, x: number, y: number, next: number): EdgeCell | null => {
    let [beyond, dead, torus] = [0, 0, 0]
    let farObserved = true
    for (let i = 0; i < offsets.length; i++) {
      const [dx, dy] = offsets[i]!
      const inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height
      const cell = frame[wrap(y + dy, height) * width + wrap(x + dx, width)]!
      if (cell === unobserved) {
        if (inside) return null
        farObserved = false
      }
      if (!inside) beyond |= 1 << i
      dead = dead * states + (inside ? cell : 0)
      torus = torus * states + cell
    }
    return { beyond, dead, torus: farObserved ? torus : -1, next }
  }
  for (const t of transitions) {
    const frame = frameOf(recording, t)
    const after = frameOf(recording, t + 1)
    for (let y = 0; y < height; y++) {
      const edgeRow = dimension === 2 && (y < radius || y >= height - radius)
      for (let x = 0; x < width; x++) {
        if (!edgeRow && x === radius && width > 2 * radius) x = width - radius
        const next = after[y * width + x]!
        if (next === unobserved) continue
        const cell = read(frame, x, y, next)
        if (cell !== null) yield cell
      }
    }
  }
}

/** Counts over patterns (`counts[pattern * states + next]`) with the cells beyond summed out; kept where those cells are 0. */
export const sumOut = (counts: Float64Array, states: number, cells: number, beyond: number): Float64Array => {
  const sums = new Float64Array(counts.length)
  for (let pattern = 0; pattern * states < counts.length; pattern++) {
    let visible = pattern
    for (let i = 0; i < cells; i++) {
      const place = states ** (cells - 1 - i)
      if ((beyond >> i) & 1) visible -= (Math.floor(pattern / place) % states) * place
    }
    for (let next = 0; next < states; next++) sums[visible * states + next]! += counts[pattern * states + next]!
  }
  return sums
}
