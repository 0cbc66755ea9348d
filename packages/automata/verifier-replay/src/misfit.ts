import { type Census, fold, type Rule } from "@rulescope/lattice"
import { HiddenPatterns } from "@rulescope/noise"
import type { Noise } from "@rulescope/automata"

/** How far outcomes are from what a rule and noise lead to expect. */
export interface Misfit {
  /** Log-likelihood ratio of the outcomes of all classes against what is expected of them, in nats; by class. */
  readonly nats: number
  readonly byClass: Float64Array
  /** The same that a true rule hardly ever exceeds. */
  readonly allowed: number
}

/** Steps in which the hidden patterns settle, those of an orbit together, then each alone with the noise. */
const steps = { together: 60, alone: 60 }

/** Classes with fewer cells say nothing about shares. */
const fewest = 20

/** Labels that are open are found by the census itself; the others stay as claimed. */
const settle = (model: HiddenPatterns, { family, labels }: Rule, times: number, dynamic: boolean): void => {
  const { states } = family
  const claimed = [...labels.keys()].filter((index) => labels[index]! < states)
  const open = claimed.length < labels.length
  for (let i = 0; i < times; i++) {
    model.step({ observation: true, dynamic, labels: open })
    if (open) for (const index of claimed) model.setLabel(index, labels[index]!)
  }
}

/**
 * Whether noise explains what contradicts a rule: hidden patterns with the claimed labels are fitted to the census, and
 * the outcomes of every class are compared with what they then should be. Were cells independent, twice the sum of a true
 * rule would be distributed as chi-squared with a degree of freedom for each class (G-test, Wilks 1938); neighbouring
 * cells share records, so twice its mean is allowed, three standard deviations and ten nats. Another label, another
 * family or generations left out shift whole classes, by hundreds of nats.
 */
export const misfit = (rule: Rule, census: Census, noise: Noise): Misfit => {
  const { family, labels } = rule
  const { classes, states } = family
  const model = new HiddenPatterns(family, census, {
    observation: Math.max(noise.observation, 1e-6),
    dynamic: noise.dynamic
  })
  for (const [index, label] of labels.entries()) if (label < states) model.setLabel(index, label)
  settle(model, rule, steps.together, noise.dynamic > 0)
  model.smoothing = 0
  settle(model, rule, steps.alone, noise.dynamic > 0)
  const seen = fold(census.counts, family).counts
  const expected = fold(model.chances(), family).counts
  const byClass = new Float64Array(classes.length)
  let compared = 0
  for (let index = 0; index < classes.length; index++) {
    if (labels[index]! >= states) continue
    const row = index * states
    let [cells, chance] = [0, 0]
    for (let next = 0; next < states; next++) {
      cells += seen[row + next]!
      chance += expected[row + next]!
    }
    if (cells < fewest) continue
    compared++
    for (let next = 0; next < states; next++) {
      const count = seen[row + next]!
      if (count > 0) byClass[index]! += count * Math.log((count * chance) / (cells * expected[row + next]!))
    }
  }
  const freedom = compared * (states - 1)
  return {
    nats: byClass.reduce((sum, one) => sum + one, 0),
    byClass,
    allowed: freedom + 3 * Math.sqrt(freedom) + 10
  }
}
