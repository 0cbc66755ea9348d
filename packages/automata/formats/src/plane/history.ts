import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import type { Sheet } from "../sheet.ts"

/** States of LifeHistory that are live: live, marked live and live at the start. */
const live = [1, 3, 5]

/** Dead, and that kills what it touches. */
const wall = 6

/** The rule without its history, or null when it has none: `LifeHistory`, `B36/S23History`. */
const ruleWithout = (rule: string): string | null => {
  const base = /^(.*)History$/i.exec(rule)?.[1]
  return base === undefined ? null : /^life$/i.test(base) ? "B3/S23" : base
}

/**
 * Patterns of LifeHistory and its kin in two states: its marks tell where cells have lived or are special, and
 * take no part in the rule.
 *
 * Source: Golly 3.3, LifeHistory.rule: 1, 3 and 5 are live, 0, 2 and 4 dead. State 6 does take part and is refused.
 */
export const projected = (sheet: Sheet): Read<Sheet> => {
  const { codes, statement } = sheet
  const rule = statement.rule === null ? null : ruleWithout(statement.rule)
  if (rule === null) return Result.succeed(sheet)
  if (codes.includes(wall)) {
    return unreadable(
      `cells of state 6 of ${statement.rule} kill their neighbours`,
      "erase them, or save the pattern without history"
    )
  }
  return Result.succeed({
    ...sheet,
    states: new Map(Array.from({ length: 6 }, (_, state) => [state, live.includes(state) ? 1 : 0])),
    statement: { ...statement, rule, states: 2 },
    remarks: [...sheet.remarks, `the marks of ${statement.rule} are left out: states 1, 3 and 5 are live`]
  })
}
