import { lifeLike } from "../families/lifeLike.ts"
import { expressIn, type Rule, ruleTable, undetermined } from "../family.ts"
import { bitSlicedStep, type PackedStep } from "./bitSliced.ts"
import { windowedStep } from "./windowed.ts"

/**
 * The fastest step for a two-state rule on the 3×3 Moore neighbourhood: bit-sliced when it is life-like, by
 * windows otherwise. Null for every other rule and for one with an undetermined label.
 */
export const packedStep = (rule: Rule, boundary: "torus" | "dead"): PackedStep | null => {
  const { family, labels } = rule
  if (family.neighbourhood.id !== "moore-1" || family.states !== 2 || family.partition === null) return null
  if (labels.includes(undetermined)) return null
  const asLifeLike = expressIn(rule, lifeLike)
  return asLifeLike === null ? windowedStep(ruleTable(rule), boundary) : bitSlicedStep(asLifeLike.labels, boundary)
}
