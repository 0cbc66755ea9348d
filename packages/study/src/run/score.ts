import { expressIn, type Family, familyById, parseRule } from "@rulescope/lattice"
import type { RuleEstimate, Verdict } from "@rulescope/automata"
import type { MetricName } from "./metrics.ts"

/** Labels of the stated rule in the family that was searched; null when it states none or the family has no such rule. */
const truthLabels = (truth: string | null, family: Family): Uint8Array | null => {
  const read = truth === null ? undefined : parseRule(truth)
  return read?.ok === true ? (expressIn(read.value, family)?.labels ?? null) : null
}

/** What a reading is worth, against the rule that the source of the data states. */
export const score = (reading: {
  readonly estimate: RuleEstimate
  readonly truth: string | null
  /** Of the model, 0 to 1. */
  readonly accuracy: number
  readonly verdict: Verdict | undefined
}): Partial<Record<MetricName, number | null>> => {
  const { accuracy, estimate, truth, verdict } = reading
  const labels = truthLabels(truth, familyById(estimate.family)!)
  let right = 0
  let wrong = 0
  let confidence = 0
  let squared = 0
  for (const [index, one] of estimate.classes.entries()) {
    if (one.label === null) continue
    const isRight = labels?.[index] === one.label
    if (isRight) right++
    else wrong++
    confidence += one.confidence
    squared += (one.confidence - (isRight ? 1 : 0)) ** 2
  }
  const given = right + wrong
  const judged = labels !== null && given > 0
  return {
    ruleExact: truth === null ? null : labels !== null && right === labels.length ? 1 : 0,
    right: labels === null ? null : right,
    wrong: labels === null ? null : wrong,
    undetermined: estimate.classes.length - given,
    accuracy,
    heldOutAccuracy: verdict === undefined || verdict.decided === 0 ? null : verdict.accuracy,
    confirmed: verdict === undefined ? null : verdict.status === "confirmed" ? 1 : 0,
    calibration: judged ? (confidence - right) / given : null,
    brier: judged ? squared / given : null
  }
}
