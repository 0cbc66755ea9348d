import { frameOf, type Observation, unobserved } from "@rulescope/lattice"
import type { Claim, Verdict } from "@rulescope/automata"
import { denoise } from "@rulescope/noise"
import { advance } from "./advance.ts"

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

/** The frame a replay starts from: as recorded, or freed of noise with the frames that follow it. */
const startOf = (
  { noise, rule, stride }: Claim,
  { boundary, recording }: Observation,
  from: number,
  recorded: number
) => {
  const size = recording.width * recording.height
  const possible = noise.observation > 0 && stride === 1 && rule.family.states === 2 && rule.family.partition !== null
  if (!possible) return { now: frameOf(recording, from), denoised: false }
  const frames = Math.min(looked, 1 + Math.ceil(recorded / 2))
  const cells = recording.cells.slice(from * size, (from + frames) * size)
  const segment = { width: recording.width, height: recording.height, frames, boundary, cells }
  return { now: denoise(rule, segment, noise.observation, "replay"), denoised: true }
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
  const { to } = advance(rule, recording.width, recording.height, boundary, stride)
  const start = startOf(claim, observation, from, recorded)
  const ended = (exact: number, how: NonNullable<Verdict["replay"]>["ended"]) => ({
    recording: index,
    from,
    denoised: start.denoised,
    exact,
    recorded,
    ended: how
  })
  let { now } = start
  for (let exact = 0; exact < recorded; exact++) {
    const next = new Uint8Array(now.length)
    to(now, next)
    const seen = frameOf(recording, from + exact + 1)
    let compared = 0
    let different = 0
    for (let at = 0; at < next.length; at++) {
      if (next[at] === unobserved || seen[at] === unobserved) continue
      if (next[at] !== seen[at]) different++
      compared++
    }
    const expected = noise.observation * compared
    if (different > expected + deviations * Math.sqrt(expected)) return ended(exact, "contradiction")
    if (compared === 0) return ended(exact, "nothing left to compare")
    now = next
  }
  return ended(recorded, "end of recording")
}
