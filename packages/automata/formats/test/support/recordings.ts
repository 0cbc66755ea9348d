import { readRule, type Recording, simulate, unobserved } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import * as fc from "fast-check"
import { twoStates } from "./twoStates.ts"

/** A soup evolved under a rule, density one half. */
export const evolved = (
  rule: string,
  boundary: "torus" | "dead",
  shape: { readonly width: number; readonly height: number; readonly frames: number },
  seed = "soup"
): Recording => {
  const parsed = readRule(twoStates, rule)
  if (!parsed.ok) throw new Error(rule)
  const random = makeRandom(seed)
  const { frames, height, width } = shape
  const first = Uint8Array.from({ length: width * height }, () => random.below(2))
  const cells = simulate(parsed.value, first, { width, height, boundary }, frames - 1)
  return { source: "soup", width, height, frames, states: 2, cells, boundary, rule }
}

/** The same recording with a share of its observed cells flipped. */
export const noisy = (recording: Recording, share: number): Recording => {
  const random = makeRandom("noise")
  const cells = recording.cells.map((cell) => (random.uniform() < share ? 1 - cell : cell))
  return { ...recording, cells }
}

/** Recordings of random cells: shape, states, masked share, boundary and rule vary. */
export const anyRecording: fc.Arbitrary<Recording> = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 9 }),
    frames: fc.integer({ min: 1, max: 5 }),
    states: fc.oneof(fc.constant(2), fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 255 })),
    masked: fc.constantFrom(0, 0, 0.2, 1),
    boundary: fc.constantFrom("torus", "dead", "unknown", "auto"),
    rule: fc.constantFrom(null, "B3/S23", "B2-a/S12"),
    seed: fc.integer({ min: 0, max: 1_000_000 })
  })
  .map(({ boundary, frames, height, masked, rule, seed, states, width }): Recording => {
    const random = makeRandom(`${seed}`)
    const cells = Uint8Array.from({ length: width * height * frames }, () =>
      random.uniform() < masked ? unobserved : random.below(states)
    )
    return { source: "a", width, height, frames, states, cells, boundary, rule: states === 2 ? rule : null }
  })

/** What a format without a place for them leaves of states: as many as occur. */
export const occurring = ({ cells }: Recording): number =>
  Math.max(2, 1 + cells.reduce((most, cell) => (cell === unobserved ? most : Math.max(most, cell)), 0))
