import type { Row } from "@rulescope/core"
import { type FamilyKind, familyIn } from "@rulescope/lattice"
import type { MetricName } from "./metrics.ts"
import type { Concluded } from "./RunResult.ts"
import { truthLabels } from "./truth.ts"

/** What a reading is worth, against the rule that the source of the data states. */
const measure = (
  families: ReadonlyArray<FamilyKind>,
  { estimate, evidence, judgement, truth, verdicts }: Concluded
): Readonly<Record<MetricName, number | null>> => {
  const verdict = verdicts?.heldOut
  const labels = truthLabels(families, truth, familyIn(families, estimate.family, estimate.variant)!)
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
    accuracy: evidence.accuracy,
    heldOutAccuracy: verdict === undefined || verdict.decided === 0 ? null : verdict.accuracy,
    confirmed: judgement === undefined ? null : judgement.status === "confirmed" ? 1 : 0,
    calibration: judged ? (confidence - right) / given : null,
    brier: judged ? squared / given : null
  }
}

/** What a table says of a run. */
export const score =
  (families: ReadonlyArray<FamilyKind>) =>
  (result: Concluded): Row => ({
    law: result.estimate.rule,
    truth: result.truth,
    metrics: measure(families, result)
  })
