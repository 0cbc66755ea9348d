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

/** Cells that are evolved between two pauses. */
const pieceCells = 2 ** 22

/**
 * Evolves `first` (shape height × width) and returns all frames, shape (generations + 1) × height × width. Pauses now
 * and then with the number of generations done, for whoever has to stop in between or to tell how far it is.
 *
 * Two-state rules on the 3×3 Moore neighbourhood without an undetermined label run bit-packed on fully observed
 * worlds with a known boundary, everything else as `cellStep` does; both give the same frames. Throws when
 * `first` has another shape.
 */
export function* evolution(
  rule: Rule,
  first: Uint8Array,
  world: World,
  generations: number
): Generator<number, Uint8Array> {
  const { height, width } = world
  const size = width * height
  if (first.length !== size) throw new Error(`${first.length} cells do not fill ${width} × ${height}`)
  const cells = new Uint8Array((generations + 1) * size)
  cells.set(first)
  const advance = advancing(rule, first, world)
  const frame = (t: number): Uint8Array => cells.subarray(t * size, (t + 1) * size)
  let since = 0
  for (let t = 1; t <= generations; t++) {
    advance(frame(t - 1), frame(t))
    since += size
    if (since < pieceCells) continue
    since = 0
    yield t
  }
  return cells
}

/** From one frame to the next, each of which is the one before of the call that follows. */
const advancing = (rule: Rule, first: Uint8Array, { boundary, height, width }: World) => {
  const packed = boundary === "unknown" || holdsUnobserved(first) ? null : packedStep(rule, boundary)
  if (packed === null) return cellStep(rule, width, height, boundary)
  let source = makePacked(width, height)
  let target = makePacked(width, height)
  packInto(source, first, 1)
  return (_: Uint8Array, next: Uint8Array): void => {
    packed(source, target)
    unpackInto(next, target)
    const swap = source
    source = target
    target = swap
  }
}

/** `evolution` without pauses. */
export const simulate = (rule: Rule, first: Uint8Array, world: World, generations: number): Uint8Array => {
  const work = evolution(rule, first, world, generations)
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}
