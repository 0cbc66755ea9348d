import { formatRule } from "@rulescope/lattice"
import { parseRule } from "./rules.ts"

/** The canonical form of a rule string, or null when no known family has it. */
export const canonicalRule = (text: string): string | null => {
  const rule = parseRule(text)
  return rule.ok ? formatRule(rule.value) : null
}

/**
 * Number of states that a rule string states by its form: Generations (`345/2/4`, `B2/S/3`) and
 * Larger than Life (`R5,C4,M1,…`, where C0 and C1 mean two states). 0 when it says nothing.
 */
export const statedStates = (text: string): number => {
  const larger = /^R\d+,C(\d+),/i.exec(text)?.[1]
  if (larger !== undefined) return Math.min(255, Math.max(2, Number(larger)))
  const generations = /^[^/]*\/[^/]*\/C?(\d+)/i.exec(text)?.[1]
  return generations === undefined ? 0 : Math.min(255, Number(generations))
}
