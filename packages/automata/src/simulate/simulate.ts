import { lifeLike } from "../families/lifeLike.ts"
import { expressIn, type Rule, undetermined } from "../family.ts"
import { makePacked, packInto, unpackInto } from "../packed.ts"
import { bitSlicedStep } from "./bitSliced.ts"
import { cellStep } from "./table.ts"

export interface World {
  readonly width: number
  readonly height: number
  readonly boundary: "torus" | "dead" | "unknown"
}

/**
 * Evolves `first` (shape height × width) and returns all frames, shape (generations + 1) × height × width.
 *
 * Life-like rules without an undetermined label run bit-sliced on fully observed worlds with a known
 * boundary, everything else cell by cell; both give the same frames.
 */
export const simulate = (rule: Rule, first: Uint8Array, world: World, generations: number): Uint8Array => {
  const { boundary, height, width } = world
  const size = width * height
  const cells = new Uint8Array((generations + 1) * size)
  cells.set(first)
  const asLifeLike = rule.labels.includes(undetermined) ? null : expressIn(rule, lifeLike)
  if (asLifeLike !== null && boundary !== "unknown" && first.every((cell) => cell < 2)) {
    const step = bitSlicedStep(asLifeLike.labels, boundary)
    let source = makePacked(width, height)
    let target = makePacked(width, height)
    packInto(source, first, 1)
    for (let t = 1; t <= generations; t++) {
      step(source, target)
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
