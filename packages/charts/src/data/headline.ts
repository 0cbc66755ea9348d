import type { Family } from "@rulescope/automata"
import { counted, percent } from "./numbers.ts"
import { contradicts, type Truth } from "./truth.ts"
import type { Reading } from "./reading.ts"

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

/** Thresholds of the report; other inferrers' parameters stay in the result. */
const settings = (parameters: Readonly<Record<string, number>>): ReadonlyArray<string> => {
  const named = [
    ["ratio", parameters["ratio"]],
    ["β", parameters["beta"]]
  ].filter(([, value]) => value !== undefined)
  return named.length === 0 ? [] : [named.map(([name, value]) => `${name} ${value}`).join(", ")]
}

/** A rule string of at most 40 characters, the middle of a longer one left out. */
const shortRule = (rule: string): string => (rule.length <= 40 ? rule : `${rule.slice(0, 24)}…${rule.slice(-12)}`)

const truthText = (result: Reading, truth: Truth | null): Headline["truth"] => {
  if (result.truth === null) return null
  if (truth === null) return { text: `stated rule ${shortRule(result.truth)} cannot be compared`, agrees: false }
  const { classes } = result.estimate
  const stated = `truth ${shortRule(result.truth)}`
  const wrong = classes.filter(({ label }, index) => contradicts(truth, index, label))
  const determined = classes.filter(({ label }) => label !== null).length
  if (wrong.length === 0 && determined === 0) return { text: `${stated}: nothing to compare`, agrees: true }
  if (wrong.length === 0) {
    if (determined === classes.length) return { text: `${stated}: all ${determined} classes agree`, agrees: true }
    const agree = determined === 1 ? "the one determined class agrees" : `the ${determined} determined classes agree`
    return { text: `${stated}: ${agree}`, agrees: true }
  }
  const named = wrong.slice(0, 6).map(({ class: name }) => name)
  const rest = wrong.length > named.length ? ", …" : ""
  const differ = wrong.length === 1 ? "1 class differs" : `${wrong.length} classes differ`
  return { text: `${stated}: ${differ} (${named.join(", ")}${rest})`, agrees: false }
}

/** The headline of every figure of a run. */
export const headlineOf = (result: Reading, family: Family, truth: Truth | null): Headline => {
  const { census, estimate, evidence } = result
  const { max, min } = estimate.range
  const open = estimate.classes.filter(({ label }) => label === null).length
  const unseen = estimate.classes.filter(({ support }) => support === 0).length
  const seen = estimate.classes.filter(({ support }) => support > 0)
  const rarest = seen.reduce((least, next) => (next.support < least.support ? next : least), seen[0]!)
  return {
    rules: estimate.rule !== null ? [estimate.rule] : [min, max],
    reading: [
      family.title,
      `model accuracy ${percent(evidence.accuracy)}`,
      `read by ${estimate.used.inferrer} from ${estimate.used.evidence === "both" ? "predictions and observations" : estimate.used.evidence}`,
      ...settings(estimate.used.parameters)
    ],
    support: [
      `${counted(census.cells, "cell")} in ${census.patterns} of ${counted(census.of, "pattern")}`,
      `${estimate.classes.length - open} of ${estimate.classes.length} classes determined`,
      ...(unseen > 0 ? [`${unseen} never seen`] : []),
      ...(rarest === undefined ? [] : [`rarest ${rarest.class}: ${counted(rarest.support, "cell")}`])
    ],
    truth: truthText(result, truth)
  }
}
