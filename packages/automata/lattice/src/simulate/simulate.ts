import type { Rule } from "../family.ts"
import { holdsUnobserved, makePacked, packInto, unpackInto } from "../packed.ts"
import type { Boundary } from "../recording.ts"
import { cellStep } from "./cellStep.ts"
import { packedStep } from "./packedStep.ts"

/** Shape and border of a world. */
export interface World {
  /** Cells per row. */
  readonly width: number
  readonly height: number
  readonly boundary: Boundary
}

/**
 * Evolves `first` (shape height × width) and returns all frames, shape (generations + 1) × height × width.
 *
 * Two-state rules on the 3×3 Moore neighbourhood without an undetermined label run bit-packed on fully observed
 * worlds with a known boundary, everything else as `cellStep` does; both give the same frames. Throws when
 * `first` has another shape.
 */
export const simulate = (rule: Rule, first: Uint8Array, world: World, generations: number): Uint8Array => {
  const { boundary, height, width } = world
  const size = width * height
  if (first.length !== size) throw new Error(`${first.length} cells do not fill ${width} × ${height}`)
  const cells = new Uint8Array((generations + 1) * size)
  cells.set(first)
  const packed = boundary === "unknown" || holdsUnobserved(first) ? null : packedStep(rule, boundary)
  if (packed !== null) {
    let source = makePacked(width, height)
    let target = makePacked(width, height)
    packInto(source, first, 1)
    for (let t = 1; t <= generations; t++) {
      packed(source, target)
      unpackInto(cells.subarray(t * size, (t + 1) * size), target)
      const swap = source
      source = target
      target = swap
    }
    return cells
  }
  const step = cellStep(rule, width, height, boundary)
  for (let t = 0; t < generations; t++) {
    step(cells.subarray(t * size, (t + 1) * size), cells.subarray((t + 1) * size, (t + 2) * size))
  }
  return cells
}
