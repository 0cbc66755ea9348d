import type { Neighbourhood } from "./neighbourhood.ts"
import { type Boundary, unobserved } from "./recording.ts"

/**
 * Reads the cells around (x, y) of a frame into `block`, in the order of the offsets. False when one of them
 * is unobserved; `block` is then incomplete.
 */
export type ReadBlock = (frame: Uint8Array, x: number, y: number, block: Uint8Array) => boolean

/** A reader for frames of shape height × width: beyond a dead border all is 0, beyond an unknown one unobserved. */
export const blockReader = (
  { dimension, offsets, radius }: Neighbourhood,
  width: number,
  height: number,
  boundary: Boundary
): ReadBlock => {
  const k = offsets.length
  const dx = Int32Array.from(offsets, (o) => o[0])
  const dy = Int32Array.from(offsets, (o) => o[1])
  const jump = Int32Array.from(offsets, (o) => o[1] * width + o[0])
  const beyond = boundary === "dead" ? 0 : unobserved
  const rowsNeeded = dimension === 1 ? 0 : radius
  return (frame, x, y, block) => {
    if (x >= radius && x < width - radius && y >= rowsNeeded && y < height - rowsNeeded) {
      const at = y * width + x
      for (let i = 0; i < k; i++) {
        const cell = frame[at + jump[i]!]!
        if (cell === unobserved) return false
        block[i] = cell
      }
      return true
    }
    for (let i = 0; i < k; i++) {
      let nx = x + dx[i]!
      let ny = y + dy[i]!
      if (boundary === "torus") {
        nx = ((nx % width) + width) % width
        ny = ((ny % height) + height) % height
      }
      const inside = nx >= 0 && nx < width && ny >= 0 && ny < height
      const cell = inside ? frame[ny * width + nx]! : beyond
      if (cell === unobserved) return false
      block[i] = cell
    }
    return true
  }
}
