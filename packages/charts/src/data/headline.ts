import type { Family } from "@rulescope/lattice"
import { percent } from "./numbers.ts"
import { contradicts, type Truth } from "./truth.ts"
import type { Reading } from "./reading.ts"
import type { RunWords } from "./runWords.ts"

/** What stands above a figure: the rule found, how it was found, and on how much. */
export interface Headline {
  /** The rule, or the smallest and the largest rule that the data allow. */
  readonly rules: readonly [rule: string] | readonly [min: string, max: string]
  /** Family, model accuracy, inferrer with its parameters. */
  readonly reading: ReadonlyArray<string>
  /** Cells, patterns, classes determined, the rarest class. */
  readonly support: ReadonlyArray<string>
  /** How the rule compares with the truth; null when the truth is not known. */
  readonly truth: { readonly text: string; readonly agrees: boolean } | null
}

/** The first two numbers that the inferrer says it used, by its own names; the others stay in the result. */
const settings = (parameters: Readonly<Record<string, number>>): ReadonlyArray<string> => {
  const named = Object.entries(parameters).slice(0, 2)
  return named.length === 0 ? [] : [named.map(([name, value]) => `${name} ${Number(value.toPrecision(4))}`).join(", ")]
}

/** A rule string of at most 40 characters, the middle of a longer one left out. */
const shortRule = (rule: string): string => (rule.length <= 40 ? rule : `${rule.slice(0, 24)}…${rule.slice(-12)}`)

const truthText = (result: Reading, truth: Truth | null, { truth: say }: RunWords): Headline["truth"] => {
  if (result.truth === null) return null
  const rule = shortRule(result.truth)
  if (truth === null) return { text: say.incomparable(rule), agrees: false }
  const { classes } = result.estimate
  const wrong = classes.filter(({ label }, index) => contradicts(truth, index, label))
  const determined = classes.filter(({ label }) => label !== null).length
  if (wrong.length === 0 && determined === 0) return { text: say.nothing(rule), agrees: true }
  if (wrong.length === 0) return { text: say.agree(rule, determined, determined === classes.length), agrees: true }
  const named = wrong.slice(0, 6).map(({ class: name }) => name)
  return { text: say.differ(rule, wrong.length, named, wrong.length > named.length), agrees: false }
}

/** The headline of every figure of a run. */
export const headlineOf = (result: Reading, family: Family, truth: Truth | null, say: RunWords): Headline => {
  const { census, estimate, evidence } = result
  const { max, min } = estimate.range
  const open = estimate.classes.filter(({ label }) => label === null).length
  const unseen = estimate.classes.filter(({ support }) => support === 0).length
  const seen = estimate.classes.filter(({ support }) => support > 0)
  const rarest = seen.reduce((least, next) => (next.support < least.support ? next : least), seen[0]!)
  return {
    rules: estimate.rule !== null ? [estimate.rule] : [min, max],
    reading: [
      say.family(family.id, family.title),
      say.accuracy(percent(evidence.accuracy)),
      say.readBy(estimate.used.inferrer, estimate.used.evidence),
      ...settings(estimate.used.parameters)
    ],
    support: [
      say.cellsIn(census.cells, census.patterns, census.of),
      say.determined(estimate.classes.length - open, estimate.classes.length),
      ...(unseen > 0 ? [say.unseen(unseen)] : []),
      ...(rarest === undefined ? [] : [say.rarest(rarest.class, rarest.support)])
    ],
    truth: truthText(result, truth, say)
  }
}
