import { type Census, type Rule, ruleTable } from "@rulescope/lattice"
import { inverseRate, outcomeError } from "@rulescope/noise"
import type { Noise } from "@rulescope/automata"
import { patternsMet, spreadCells } from "./expectation.ts"

/** A lead of the opposite label, in log-likelihood, from which it counts: odds of 1000 after tempering by ten. */
const lead = 10 * Math.log(1000)

/** What recorded patterns say of true ones under a rule and noise. */
export class UnderNoise {
  readonly rule: Rule
  readonly census: Census
  readonly error: number
  readonly observation: number
  /** How often each true pattern occurred, estimated: K⁻¹ of the recorded numbers, negative ones cut off. */
  readonly occurred: Float64Array

  constructor(rule: Rule, census: Census, noise: Noise) {
    this.rule = rule
    this.census = census
    this.error = outcomeError(noise, rule.family.states)
    this.observation = noise.observation
    const back = inverseRate(noise.observation, rule.family.states)
    this.occurred = spreadCells(patternsMet(census), rule, back).map((count) => Math.max(count, 1e-9))
  }

  /**
   * `chance[pattern * states + next]`: probability of a recorded outcome after a recorded pattern, for a table of
   * next states; patterns without a label go anywhere.
   */
  private chances(table: Uint8Array): Float64Array {
    const { error, occurred, rule } = this
    const { states } = rule.family
    const chance = new Float64Array(table.length * states)
    const all = new Float64Array(table.length)
    for (let label = 0; label < states; label++) {
      const mass = occurred.map((count, pattern) =>
        table[pattern] === label ? count : table[pattern]! >= states ? count / states : 0
      )
      spreadCells(mass, rule, this.observation)
      for (let pattern = 0; pattern < table.length; pattern++) {
        all[pattern]! += mass[pattern]!
        for (let next = 0; next < states; next++) {
          chance[pattern * states + next]! += mass[pattern]! * (next === label ? 1 - error : error / (states - 1))
        }
      }
    }
    return chance.map((p, at) => p / all[Math.floor(at / states)]!)
  }

  /** Probability that noise alone makes the cell after a recorded pattern contradict the rule, by pattern. */
  contradiction(): Float64Array {
    const table = ruleTable(this.rule)
    const { states } = this.rule.family
    const chance = this.chances(table)
    return Float64Array.from(table, (next, pattern) => (next < states ? 1 - chance[pattern * states + next]! : 0))
  }

  private logLikelihood(table: Uint8Array): number {
    const chance = this.chances(table)
    return this.census.counts.reduce((sum, count, at) => (count > 0 ? sum + count * Math.log(chance[at]!) : sum), 0)
  }

  /** Classes whose opposite label explains the outcomes much better; two states. */
  refutedClasses(): ReadonlyArray<number> {
    const { family, labels } = this.rule
    if (family.states !== 2) return []
    const now = this.logLikelihood(ruleTable(this.rule))
    return [...labels.keys()].filter((index) => {
      if (labels[index]! > 1) return false
      const other = ruleTable({ family, labels: labels.with(index, 1 - labels[index]!) })
      return this.logLikelihood(other) > now + lead
    })
  }
}
