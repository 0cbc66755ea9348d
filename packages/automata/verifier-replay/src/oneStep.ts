import { type Family, frameOf, type Observation, type Rule, unobserved } from "@rulescope/lattice"
import type { Claim, Verdict } from "@rulescope/automata"
import { advance } from "./advance.ts"

type Contradiction = Verdict["contradictions"][number]

/** Cell by cell comparison of one transition under the rule with what was recorded. */
export interface OneStep {
  readonly decided: number
  readonly undecided: number
  readonly transitions: number
  readonly exactTransitions: number
  readonly contradicted: number
  readonly contradictions: ReadonlyArray<Contradiction>
}

/** Name of the class of the cell at (x, y), whose neighbourhood is known to be observed or dead. */
const classAt = (
  family: Family,
  { boundary, recording }: Observation,
  frame: Uint8Array,
  x: number,
  y: number
): string => {
  const { height, width } = recording
  const cells = family.neighbourhood.offsets.map(([dx, dy]) => {
    let nx = x + dx
    let ny = y + dy
    if (boundary === "torus") {
      nx = ((nx % width) + width) % width
      ny = ((ny % height) + height) % height
    }
    return nx >= 0 && nx < width && ny >= 0 && ny < height ? frame[ny * width + nx]! : 0
  })
  return family.classes[family.classOf(cells)]!.name
}

/** A rule with a label for every class, for telling undetermined classes from unobserved cells. */
const filled = ({ family, labels }: Rule): Rule => ({
  family,
  labels: labels.map((label) => (label >= family.states ? 0 : label))
})

/** Predicts every recorded transition from the frame before; lists at most `listed` contradictions. */
export const oneStep = ({ rule, stride }: Claim, observations: ReadonlyArray<Observation>, listed: number): OneStep => {
  const contradictions: Array<Contradiction> = []
  let decided = 0
  let undecided = 0
  let transitions = 0
  let exactTransitions = 0
  let contradicted = 0
  for (const [index, observation] of observations.entries()) {
    const { boundary, recording } = observation
    const { height, width } = recording
    const known = advance(rule, width, height, boundary, stride)
    const observable = advance(filled(rule), width, height, boundary, stride)
    const predicted = new Uint8Array(width * height)
    const judged = new Uint8Array(width * height)
    const open = rule.labels.some((label) => label >= rule.family.states)
    for (const t of observation.transitions) {
      const last = known.to(frameOf(recording, t), predicted)
      if (open) observable.to(frameOf(recording, t), judged)
      const outcome = frameOf(recording, t + 1)
      const before = contradicted
      for (let at = 0; at < outcome.length; at++) {
        if (outcome[at] === unobserved) continue
        if (predicted[at] === unobserved) {
          if (open && judged[at] !== unobserved) undecided++
          continue
        }
        decided++
        if (predicted[at] === outcome[at]) continue
        contradicted++
        if (contradictions.length >= listed) continue
        const x = at % width
        const y = Math.floor(at / width)
        const name = classAt(rule.family, observation, last, x, y)
        const cell = { class: name, expected: predicted[at]!, seen: outcome[at]!, byNoise: null }
        contradictions.push({ recording: index, frame: t + 1, x, y, ...cell })
      }
      transitions++
      if (contradicted === before) exactTransitions++
    }
  }
  return { decided, undecided, transitions, exactTransitions, contradicted, contradictions }
}
