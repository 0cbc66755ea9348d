import { type Rule, ruleTable, unobserved } from "@rulescope/lattice"

/** Rules of the plane under which an empty world comes to life. */
export const hasB0 = (rule: Rule): boolean => rule.family.neighbourhood.dimension === 2 && ruleTable(rule)[0] === 1

/**
 * Whether Golly stores a generation complemented, live as dead and dead as live.
 *
 * It runs rules with B0 through rules without: with S8 every generation is stored complemented, without S8
 * every odd one. Source: Golly 3.3, help page "QuickLife", section "Emulating B0 rules"; seen in bgolly 3.3.
 */
export const storesComplement = (rule: Rule, generation: number): boolean =>
  hasB0(rule) && (ruleTable(rule).at(-1) === 1 || generation % 2 !== 0)

/** Live as dead and dead as live, in place; unobserved cells stay so. */
export const complement = (cells: Uint8Array): void => {
  for (let i = 0; i < cells.length; i++) if (cells[i] !== unobserved) cells[i] = 1 - cells[i]!
}
