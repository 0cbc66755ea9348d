import { type Observation, type Rule } from "@rulescope/lattice"
import type { Claim, Verdict } from "@rulescope/automata"
import { contradictionsIn } from "./contradictions.ts"
import { prediction } from "./prediction.ts"

/** Comparison of every transition under the rule with what was recorded, in cells. */
export interface OneStep {
  readonly decided: number
  readonly undecided: number
  readonly transitions: number
  readonly exactTransitions: number
  readonly contradicted: number
  readonly contradictions: Verdict["contradictions"]
}

/** A rule with a label for every class, for telling undetermined classes from unobserved cells. */
const filled = ({ family, labels }: Rule): Rule => ({
  family,
  labels: labels.map((label) => (label >= family.states ? 0 : label))
})

/** Predicts every recorded transition from the frame before; lists at most `listed` contradictions. */
export const oneStep = (claim: Claim, observations: ReadonlyArray<Observation>, listed: number): OneStep => {
  const { rule, stride } = claim
  const contradictions: Array<Verdict["contradictions"][number]> = []
  let decided = 0
  let undecided = 0
  let transitions = 0
  let exactTransitions = 0
  let contradicted = 0
  for (const [index, observation] of observations.entries()) {
    const { boundary, recording } = observation
    const open = rule.labels.some((label) => label >= rule.family.states)
    const known = prediction(rule, recording, boundary, stride)
    const observable = open ? prediction(filled(rule), recording, boundary, stride) : known
    for (const t of observation.transitions) {
      known.startAt(t)
      known.advance()
      const { compared, different } = known.compare(t + 1)
      decided += compared
      contradicted += different
      transitions++
      if (different === 0) exactTransitions++
      if (open) {
        observable.startAt(t)
        observable.advance()
        undecided += observable.compare(t + 1).compared - compared
      }
      const room = listed - contradictions.length
      if (different === 0 || room <= 0) continue
      for (const cell of contradictionsIn(claim, observation, t, room)) {
        contradictions.push({ recording: index, frame: t + 1, ...cell, byNoise: null })
      }
    }
  }
  return { decided, undecided, transitions, exactTransitions, contradicted, contradictions }
}
