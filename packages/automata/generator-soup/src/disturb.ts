import { type Boundary, cellStep, type Rule, unobserved } from "@rulescope/lattice"
import { type Random } from "@rulescope/random"

/** Cells that are gone through between two pauses. */
const pieceCells = 2 ** 22

/** Gives each cell with probability `share` another state, all others alike, in place. */
const flip = (cells: Uint8Array, states: number, share: number, random: Random): void => {
  if (share === 0) return
  for (let i = 0; i < cells.length; i++) {
    if (random.uniform() >= share) continue
    cells[i] = states === 2 ? 1 - cells[i]! : (cells[i]! + 1 + random.below(states - 1)) % states
  }
}

/** The cells of a recording in their order, with a pause after each piece, so that whoever does it can be stopped. */
function* inBlocks(cells: Uint8Array, work: (block: Uint8Array) => void): Generator<void, void> {
  for (let from = 0; from < cells.length; from += pieceCells) {
    work(cells.subarray(from, from + pieceCells))
    if (from + pieceCells < cells.length) yield
  }
}

/**
 * Evolves with a rule whose outcomes misfire with probability `share` (δ); the world goes on from what came out. Pauses
 * now and then.
 */
export function* misfire(
  rule: Rule,
  first: Uint8Array,
  world: { readonly width: number; readonly height: number; readonly boundary: Boundary },
  generations: number,
  share: number,
  random: Random
): Generator<void, Uint8Array> {
  const size = first.length
  const cells = new Uint8Array((generations + 1) * size)
  cells.set(first)
  const step = cellStep(rule, world.width, world.height, world.boundary)
  let since = 0
  for (let t = 1; t <= generations; t++) {
    const frame = cells.subarray(t * size, (t + 1) * size)
    step(cells.subarray((t - 1) * size, t * size), frame)
    flip(frame, rule.family.states, share, random)
    since += size
    if (since < pieceCells) continue
    since = 0
    yield
  }
  return cells
}

/** Records cells wrongly with probability `noise` (ε) and not at all with probability `mask`, in place, with pauses. */
export function* record(
  cells: Uint8Array,
  states: number,
  noise: number,
  mask: number,
  random: Random
): Generator<void, void> {
  if (noise > 0) yield* inBlocks(cells, (block) => flip(block, states, noise, random))
  if (mask === 0) return
  yield* inBlocks(cells, (block) => {
    for (let i = 0; i < block.length; i++) if (random.uniform() < mask) block[i] = unobserved
  })
}
