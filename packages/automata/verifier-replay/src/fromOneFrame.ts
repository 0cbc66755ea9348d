import type { Observation } from "@rulescope/lattice"
import type { Claim, Verdict } from "@rulescope/automata"
import { denoise } from "@rulescope/noise"
import { prediction } from "./prediction.ts"

/** Longest run of consecutive transitions, the first of them on ties. */
const longestRun = (transitions: ReadonlyArray<number>): { readonly from: number; readonly length: number } => {
  let best = { from: 0, length: 0 }
  let from = 0
  for (let i = 0; i < transitions.length; i++) {
    if (i > 0 && transitions[i] !== transitions[i - 1]! + 1) from = i
    if (i - from + 1 > best.length) best = { from: transitions[from]!, length: i - from + 1 }
  }
  return best
}

/** Frames from which the first one is freed of noise, at most; never more than half of the run. */
const looked = 12
/** Standard deviations by which a frame may differ more than the noise stated. */
const deviations = 4

/** The frame a replay starts from, freed of noise with the frames that follow it; null where it is as recorded. */
const withoutNoise = (
  { noise, rule, stride }: Claim,
  { boundary, recording }: Observation,
  from: number,
  recorded: number
): Uint8Array | null => {
  const size = recording.width * recording.height
  const possible = noise.observation > 0 && stride === 1 && rule.family.states === 2 && rule.family.partition !== null
  if (!possible) return null
  const frames = Math.min(looked, 1 + Math.ceil(recorded / 2))
  const cells = recording.cells.slice(from * size, (from + frames) * size)
  const segment = { width: recording.width, height: recording.height, frames, boundary, cells }
  return denoise(rule, segment, noise.observation, "replay")
}

/**
 * Evolves the frame at the start of the longest consecutive part, and counts the frames that agree with every
 * recorded cell. What lies beyond an unknown border, masked cells and undetermined classes are unknown and spread;
 * comparison ends when nothing known is left.
 *
 * Without noise no later frame is looked at. With noise stated the first frame is freed of it first, with at most
 * half of the frames that follow, and a frame agrees when it differs no more than the noise explains: misfires
 * and wrong records.
 */
export const replay = (claim: Claim, observations: ReadonlyArray<Observation>): Verdict["replay"] => {
  const { noise, rule, stride } = claim
  const runs = observations.map((observation) => longestRun(observation.transitions))
  const recorded = Math.max(0, ...runs.map((run) => run.length))
  const index = runs.findIndex((run) => run.length === recorded)
  const observation = observations[index]
  if (observation === undefined || recorded === 0) return null
  const { boundary, recording } = observation
  const { from } = runs[index]!
  const start = withoutNoise(claim, observation, from, recorded)
  const predicted = prediction(rule, recording, boundary, stride)
  if (start === null) predicted.startAt(from)
  else predicted.startFrom(start)
  const ended = (exact: number, how: NonNullable<Verdict["replay"]>["ended"]) => ({
    recording: index,
    from,
    denoised: start !== null,
    exact,
    recorded,
    ended: how
  })
  for (let exact = 0; exact < recorded; exact++) {
    predicted.advance()
    const { compared, different } = predicted.compare(from + exact + 1)
    const expected = noise.observation * compared
    if (different > expected + deviations * Math.sqrt(expected)) return ended(exact, "contradiction")
    if (compared === 0) return ended(exact, "nothing left to compare")
  }
  return ended(recorded, "end of recording")
}
