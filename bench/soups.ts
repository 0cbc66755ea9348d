import {
  type Census,
  formatRule,
  type Observation,
  readRule,
  type Rule,
  simulate,
  takeCensus
} from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { families } from "../packages/preset/src/index.ts"

/** The named rules that every backbone has to learn, and nine random Life-like ones. */
export const benchRules = (): ReadonlyArray<Rule> => {
  const named = ["B3/S23", "B36/S23", "B3678/S34678", "B1357/S1357", "B2/S", "B35678/S5678", "B0145/S01234"]
  const rules = named.map((text) => {
    const read = readRule(families, text)
    if (!read.ok) throw new Error(text)
    return read.value
  })
  const random = makeRandom("bench/rules")
  const { family } = rules[0]!
  for (let i = 0; i < 9; i++) {
    rules.push({ family, labels: Uint8Array.from(family.classes, () => random.below(2)) })
  }
  return rules
}

/** Census of 8 soups of 64 × 64 cells on a torus, density rising from 0.1 to 0.75, over 32 generations: 10⁶ cells. */
export const soupCensus = (rule: Rule, seed: string): Census => {
  const [width, height, generations, soups] = [64, 64, 32, 8]
  const observations = Array.from({ length: soups }, (_, soup): Observation => {
    const random = makeRandom(`${seed}/${soup}`)
    const density = 0.1 + (0.65 * soup) / (soups - 1)
    const first = Uint8Array.from({ length: width * height }, () => (random.uniform() < density ? 1 : 0))
    const cells = simulate(rule, first, { width, height, boundary: "torus" }, generations)
    const recording = {
      source: formatRule(rule),
      width,
      height,
      frames: generations + 1,
      states: rule.family.states,
      cells,
      boundary: "torus" as const,
      rule: null
    }
    return { recording, boundary: "torus", transitions: Array.from({ length: generations }, (__, t) => t) }
  })
  return takeCensus(rule.family.neighbourhood, rule.family.states, observations)
}
