import { type Family, frameOf, type Observation, unobserved } from "@rulescope/lattice"
import type { Claim, Verdict } from "@rulescope/automata"
import { advance } from "./advance.ts"

/** A cell that contradicts a rule, within its frame. */
export type Contradicting = Pick<Verdict["contradictions"][number], "class" | "expected" | "seen" | "x" | "y">

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

/** The first cells, at most `most`, of recorded transition t that contradict the rule, in reading order. */
export const contradictionsIn = (
  { rule, stride }: Claim,
  observation: Observation,
  t: number,
  most: number
): ReadonlyArray<Contradicting> => {
  const { boundary, recording } = observation
  const { height, width } = recording
  const predicted = new Uint8Array(width * height)
  const last = advance(rule, width, height, boundary, stride).to(frameOf(recording, t), predicted)
  const outcome = frameOf(recording, t + 1)
  const found: Array<Contradicting> = []
  for (let at = 0; at < outcome.length && found.length < most; at++) {
    const [expected, seen] = [predicted[at]!, outcome[at]!]
    if (expected === seen || expected === unobserved || seen === unobserved) continue
    const x = at % width
    const y = Math.floor(at / width)
    found.push({ class: classAt(rule.family, observation, last, x, y), expected, seen, x, y })
  }
  return found
}
