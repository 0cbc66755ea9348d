import { type Boundary, cellStep, type Rule, unobserved } from "@rulescope/lattice"
import { type Random } from "@rulescope/random"

/** Flips each cell with probability `share`, in place. */
const flip = (cells: Uint8Array, share: number, random: Random): void => {
  if (share === 0) return
  for (let i = 0; i < cells.length; i++) if (random.uniform() < share) cells[i] = 1 - cells[i]!
}

/** Evolves with a rule whose outcomes misfire with probability `share` (δ); the world goes on from what came out. */
export const misfire = (
  rule: Rule,
  first: Uint8Array,
  world: { readonly width: number; readonly height: number; readonly boundary: Boundary },
  generations: number,
  share: number,
  random: Random
): Uint8Array => {
  const size = first.length
  const cells = new Uint8Array((generations + 1) * size)
  cells.set(first)
  const step = cellStep(rule, world.width, world.height, world.boundary)
  for (let t = 1; t <= generations; t++) {
    const frame = cells.subarray(t * size, (t + 1) * size)
    step(cells.subarray((t - 1) * size, t * size), frame)
    flip(frame, share, random)
  }
  return cells
}

/** Records cells wrongly with probability `noise` (ε) and not at all with probability `mask`, in place. */
export const record = (cells: Uint8Array, noise: number, mask: number, random: Random): void => {
  flip(cells, noise, random)
  if (mask === 0) return
  for (let i = 0; i < cells.length; i++) if (random.uniform() < mask) cells[i] = unobserved
}
