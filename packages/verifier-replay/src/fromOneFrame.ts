import { frameOf, type Observation, unobserved } from "@rulescope/automata"
import type { Claim, Verdict } from "@rulescope/core"
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

/**
 * Evolves the frame at the start of the longest consecutive part without looking at later frames, and counts
 * the generations that agree with every recorded cell. What lies beyond an unknown border, masked cells and
 * undetermined classes are unknown and spread; comparison ends when nothing known is left.
 */
export const replay = ({ rule, stride }: Claim, observations: ReadonlyArray<Observation>): Verdict["replay"] => {
  const runs = observations.map((observation) => longestRun(observation.transitions))
  const recorded = Math.max(0, ...runs.map((run) => run.length))
  const index = runs.findIndex((run) => run.length === recorded)
  const observation = observations[index]
  if (observation === undefined || recorded === 0) return null
  const { boundary, recording } = observation
  const { from } = runs[index]!
  const { to } = advance(rule, recording.width, recording.height, boundary, stride)
  let now = frameOf(recording, from)
  for (let exact = 0; exact < recorded; exact++) {
    const next = new Uint8Array(now.length)
    to(now, next)
    const seen = frameOf(recording, from + exact + 1)
    let compared = 0
    for (let at = 0; at < next.length; at++) {
      if (next[at] === unobserved || seen[at] === unobserved) continue
      if (next[at] !== seen[at])
        return { recording: index, from, denoised: false, exact, recorded, ended: "contradiction" }
      compared++
    }
    if (compared === 0)
      return { recording: index, from, denoised: false, exact, recorded, ended: "nothing left to compare" }
    now = next
  }
  return { recording: index, from, denoised: false, exact: recorded, recorded, ended: "end of recording" }
}
