import { type ClassTable, rowTotal } from "@rulescope/lattice"
import { logGamma } from "../logGamma.ts"
import { logSum } from "../logSum.ts"
import { doesOccur, type SpillOver } from "./spillOver.ts"

/** log-likelihoods of the outcomes under every label of every class, `[class * states + label]`, and their total. */
export interface Fit {
  readonly logs: Float64Array
  readonly total: number
}

/** Shares of outcomes expected in a class: under each label, `[class][label][next]`, and of what spilt over alone. */
export interface Expected {
  readonly under: ReadonlyArray<ReadonlyArray<Float64Array>>
  readonly spilt: ReadonlyArray<Float64Array>
  /** log-probability that the class has cells of its own, and that it has none. */
  readonly occurs: ReadonlyArray<readonly [own: number, none: number]>
}

/** What is to be expected in every class when outcomes are wrong with this rate. */
export const expect = ({ others, own }: SpillOver, { counts, family }: ClassTable, wrong: number): Expected => {
  const { classes, states } = family
  const each = wrong / (states - 1)
  const came = classes.map((_, index) => {
    const meant = others.subarray(index * states, (index + 1) * states)
    const all = meant.reduce((sum, share) => sum + share, 0)
    return meant.map((share) => share * (1 - wrong) + (all - share) * each)
  })
  return {
    under: classes.map((_, index) =>
      Array.from({ length: states }, (__, label) =>
        came[index]!.map((share, next) => share + own[index]! * (next === label ? 1 - wrong : each))
      )
    ),
    spilt: came.map((shares, index) => shares.map((share) => share / (1 - own[index]!))),
    occurs: classes.map((_, index) => doesOccur(rowTotal(counts, states, index), own[index]!))
  }
}

/** How well shares explain the outcomes of a class when they are drawn about them: Dirichlet-multinomial. */
const explain = (seen: Float64Array, shares: Float64Array, concentration: number): number => {
  let log = 0
  for (let next = 0; next < seen.length; next++) {
    const prior = concentration * shares[next]!
    if (seen[next]! > 0) log += logGamma(seen[next]! + prior) - logGamma(prior)
  }
  return log
}

/** How well what is expected explains the outcomes of all classes. */
export const fit = ({ counts, family }: ClassTable, expected: Expected, concentration: number): Fit => {
  const { classes, states } = family
  const logs = new Float64Array(counts.length)
  let total = 0
  for (let index = 0; index < classes.length; index++) {
    const row = index * states
    const seen = counts.subarray(row, row + states)
    const cells = rowTotal(counts, states, index)
    if (cells === 0) continue
    const alike = logGamma(concentration) - logGamma(concentration + cells)
    const [own, none] = expected.occurs[index]!
    const alone = none === -Infinity ? none : none + explain(seen, expected.spilt[index]!, concentration)
    for (let label = 0; label < states; label++) {
      const mixed = own + explain(seen, expected.under[index]![label]!, concentration)
      logs[row + label] = alike + logSum([mixed, alone])
    }
    total += logSum(logs, row, row + states)
  }
  return { logs, total }
}
