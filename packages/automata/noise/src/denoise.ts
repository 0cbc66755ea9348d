import { type Rule, unobserved } from "@rulescope/lattice"
import { HiddenEvolution } from "./HiddenEvolution.ts"
import type { Segment } from "./segments.ts"

/** Misfire rates through which the world cools, and sweeps at each. */
const rates = [0.15, 0.08, 0.04, 0.02, 0.01, 0.005, 0.002, 1e-3, 3e-4, 1e-4, 1e-5]
const sweeps = 16

const cooled = ({ family, labels }: Rule, segment: Segment, observation: number, seed: string) => {
  const evolution = new HiddenEvolution(family, [segment], observation, seed)
  for (const rate of rates) {
    evolution.assume(Float64Array.from(labels, (label) => (label === 1 ? 1 - rate : label === 0 ? rate : 0.5)))
    evolution.sweep(sweeps)
  }
  return evolution.worlds[0]!
}

/**
 * True states of a segment's first frame, shape height × width, given all its frames and a rule: a draw after
 * cooling from a rule that misfires often to one that hardly does. Two such worlds are drawn; a cell that takes part
 * in an outcome on which they disagree is 255. A cell on which nothing depends is drawn by its record alone, and may
 * be wrong. `observation`: share of recorded cells that are wrong, 0 to 0.5; segments have two frames at least.
 */
export const denoise = (rule: Rule, segment: Segment, observation: number, seed: string): Uint8Array => {
  const { lattice, state } = cooled(rule, segment, observation, `${seed}/1`)
  const other = cooled(rule, segment, observation, `${seed}/2`).state
  const { arity, isRuled, ruled, seenBy, size } = lattice
  const settled = (cell: number): boolean => {
    for (let i = 0; i < arity; i++) {
      const after = seenBy[cell * arity + i]!
      if (after >= 0 && isRuled[after] === 1 && state[size + after] !== other[size + after]) return false
    }
    return true
  }
  return Uint8Array.from(ruled, (cell) => (settled(cell) ? state[cell]! : unobserved))
}
