import { cellStep, familyIn, frameOf, type Recording, unobserved } from "@rulescope/lattice"
import { type RunResult, ruleOf } from "@rulescope/automata"
import { families } from "@rulescope/preset"

/** How the inferred rule is put to the test: alone from the first frame, or one generation from each recorded frame. */
export type ReplayMode = "alone" | "each"

/** What the rule makes of a recording, frame by frame. */
export interface Replay {
  /** Frames of the rule, shape as the recording's; the first is the recorded one. */
  readonly cells: Uint8Array
  /** Per frame: cells that differ among those known on both sides. */
  readonly differing: ReadonlyArray<number>
  readonly known: ReadonlyArray<number>
}

/** 0 equal, 1 different, 255 one of the two not known. */
export const difference = (recorded: Uint8Array, replayed: Uint8Array): Uint8Array =>
  recorded.map((cell, i) => {
    const other = replayed[i]!
    return cell === unobserved || other === unobserved ? unobserved : cell === other ? 0 : 1
  })

/** Runs the rule of a result over a recording, by the simulator alone. */
export const replay = (result: RunResult, index: number, recording: Recording, mode: ReplayMode): Replay => {
  const { frames, height, width } = recording
  const size = width * height
  const family = familyIn(families, result.estimate.family, result.estimate.variant)!
  const { stride } = result.estimate
  const step = cellStep(ruleOf(family, result.estimate), width, height, result.recordings[index]!.boundary)
  const cells = new Uint8Array(recording.cells.length)
  cells.set(frameOf(recording, 0))
  let between = new Uint8Array(size)
  let next = new Uint8Array(size)
  for (let t = 1; t < frames; t++) {
    between.set(mode === "alone" ? cells.subarray((t - 1) * size, t * size) : frameOf(recording, t - 1))
    for (let s = 0; s < stride; s++) {
      step(between, next)
      ;[between, next] = [next, between]
    }
    cells.set(between, t * size)
  }
  const differing: Array<number> = []
  const known: Array<number> = []
  for (let t = 0; t < frames; t++) {
    let wrong = 0
    let both = 0
    for (let i = t * size; i < (t + 1) * size; i++) {
      const a = recording.cells[i]!
      const b = cells[i]!
      if (a === unobserved || b === unobserved) continue
      both++
      if (a !== b) wrong++
    }
    differing.push(wrong)
    known.push(both)
  }
  return { cells, differing, known }
}
