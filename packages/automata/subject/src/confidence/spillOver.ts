import { type Census, type Family, fold } from "@rulescope/lattice"
import { HiddenPatterns, spread } from "@rulescope/noise"
import { logSum } from "../logSum.ts"

/** What cells that are recorded wrong do to classes: of the cells in each, some belong there and others came from elsewhere. */
export interface SpillOver {
  /** Share of the cells recorded in each class that belong there, 0 to 1. */
  readonly own: Float64Array
  /** True outcomes of the others, as shares of all cells of the class: `[class * states + next]`. */
  readonly others: Float64Array
}

/** Steps of expectation-maximisation in which hidden patterns and labels settle. */
const steps = 40

/** Every cell where it belongs. */
export const noSpillOver = ({ classes, states }: Family): SpillOver => ({
  own: new Float64Array(classes.length).fill(1),
  others: new Float64Array(classes.length * states)
})

/**
 * The spill-over to be expected when cells are recorded wrong with this rate: true patterns and labels explain the
 * census as a mixture (`HiddenPatterns`), and each spreads over the patterns that its errors make of it.
 */
export const spillOver = (family: Family, census: Census, observation: number): SpillOver => {
  const { classes, states } = family
  const partition = family.partition!
  const model = new HiddenPatterns(family, census, { observation, dynamic: 0 })
  model.run(steps, { labels: true })
  const { labels, weights } = model

  const cells = new Float64Array(family.neighbourhood.offsets.length).fill(observation)
  const outcomes = new Float64Array(weights.length * states)
  for (const [pattern, weight] of weights.entries()) {
    const row = partition[pattern]! * states
    for (let next = 0; next < states; next++) outcomes[pattern * states + next] = weight * labels[row + next]!
  }
  spread(outcomes, states, [0, ...cells])
  const { counts } = fold(outcomes, family)

  const part = new Float64Array(weights.length)
  const { others, own } = noSpillOver(family)
  for (let index = 0; index < classes.length; index++) {
    for (let pattern = 0; pattern < part.length; pattern++) {
      part[pattern] = partition[pattern] === index ? weights[pattern]! : 0
    }
    spread(part, states, cells)
    let kept = 0
    for (let pattern = 0; pattern < part.length; pattern++) if (partition[pattern] === index) kept += part[pattern]!
    const row = counts.subarray(index * states, (index + 1) * states)
    const all = row.reduce((sum, weight) => sum + weight, 0)
    own[index] = kept / all
    for (let next = 0; next < states; next++) {
      others[index * states + next] = Math.max(0, row[next]! - kept * labels[index * states + next]!) / all
    }
  }
  return { own, others }
}

/** Variance of the number of cells that spill over, as a multiple of their mean: 1 to 3 in soups, since one cell recorded wrong moves several. */
const clustering = 3

/**
 * log-probabilities that a class recorded this often, with this share of its own expected, does occur, and that
 * it never does and all its cells spilt over. Equally likely beforehand; one that does occur is seen any number of times.
 */
export const doesOccur = (cells: number, own: number): readonly [own: number, none: number] => {
  const expected = (1 - own) * cells
  if (expected < 1e-9) return [0, -Infinity]
  const variance = clustering * expected
  const none = -0.5 * (Math.log(2 * Math.PI * variance) + (cells - expected) ** 2 / variance)
  const occurs = -Math.log(cells + 1)
  const all = logSum([none, occurs])
  return [occurs - all, none - all]
}
