import { expressIn, type Family, type FamilyKind, readRule, type Rule, ruleTable } from "@rulescope/lattice"
import type { Reading } from "./reading.ts"

/** The rule that the data are said to follow, as the classes of the family found see it. */
export interface Truth {
  readonly rule: Rule
  /** `allowed[class][state]`: whether some pattern of the class goes to that state under the truth. */
  readonly allowed: ReadonlyArray<ReadonlySet<number>>
}

/** The truth of a run; null when it is not known, not readable, or a rule of another kind of world. */
export const truthOf = (families: ReadonlyArray<FamilyKind>, result: Reading, family: Family): Truth | null => {
  if (result.truth === null) return null
  const read = readRule(families, result.truth)
  if (!read.ok) return null
  const rule = read.value
  if (rule.family.neighbourhood.id !== family.neighbourhood.id || rule.family.states !== family.states) return null
  const allowed = family.classes.map(() => new Set<number>())
  if (family.partition === null) {
    const same = expressIn(rule, family)
    if (same === null) return null
    for (const [index, label] of same.labels.entries()) allowed[index]!.add(label)
  } else {
    for (const [pattern, next] of ruleTable(rule).entries()) allowed[family.partition[pattern]!]!.add(next)
  }
  return { rule, allowed }
}

/** Whether a label contradicts the truth: some pattern of its class does something else. */
export const contradicts = (truth: Truth | null, index: number, label: number | null): boolean =>
  truth !== null && label !== null && [...truth.allowed[index]!].some((next) => next !== label)
