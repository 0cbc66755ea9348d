import { type ClassEstimate, type RunResult, whyOpenSentence } from "@rulescope/automata"
import { english } from "@rulescope/core"
import { dim, type TerminalOptions } from "./Terminal.ts"

/** At most as many classes are told one by one. */
const told = 12

const listed = (classes: ReadonlyArray<ClassEstimate>, all: number): string =>
  classes.length <= 24 ? classes.map((c) => c.class).join(" ") : `${classes.length} of ${all} classes`

/** How many rules are left; as a power of two where each open class doubles them. */
const remaining = (rules: number | null, open: number): string =>
  rules === null ? "more than 10^308" : rules === 2 ** open && open > 3 ? `2^${open}` : String(rules)

const percent = (p: number): string =>
  p > 0.9999 ? "> 99.99 %" : `${(100 * p).toFixed(p < 0.0001 && p > 0 ? 3 : 1)} %`

/** Probability of every label: an open class has no label to be confident of. */
const posteriorText = ({ posterior }: ClassEstimate): string =>
  posterior
    .map((p, state) => `${posterior.length === 2 ? ["dead", "live"][state]! : `state ${state}`} ${percent(p)}`)
    .join(", ")

const unsettledText = (one: ClassEstimate): string =>
  `${one.class}: ${one.open === undefined ? "" : `${english(whyOpenSentence(one.open))}; `}${posteriorText(one)}`

/** Undetermined classes: those never seen, and those that the evidence does not settle with why and what is likely. */
export const openLines = (
  { classes, range }: Pick<RunResult["estimate"], "classes" | "range">,
  options: TerminalOptions
): ReadonlyArray<string> => {
  const open = classes.filter((c) => c.label === null)
  const unseen = open.filter((c) => c.support === 0)
  const unsettled = open.filter((c) => c.support > 0)
  const lines = unsettled.length <= told ? unsettled.map(unsettledText) : [listed(unsettled, classes.length)]
  return [
    ...(unseen.length === 0 ? [] : [`  unseen    ${listed(unseen, classes.length)}`]),
    ...lines.map((line, i) => `  ${i === 0 ? "unsettled" : "         "} ${line}`),
    ...(open.length === 0 ? [] : [dim(`            ${remaining(range.rules, open.length)} rules remain`, options)])
  ]
}
