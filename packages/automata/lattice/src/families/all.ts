import type { Family, Rule } from "../family.ts"
import { expressIn } from "../family.ts"
import { type Parsed, parsed } from "../notation/parsed.ts"
import { elementary } from "./elementary.ts"
import { isotropic } from "./isotropic.ts"
import { lifeLike } from "./lifeLike.ts"
import { map } from "./map.ts"

/** Every family, simplest first within a neighbourhood. */
export const families: ReadonlyArray<Family> = [elementary, lifeLike, isotropic, map]

/** The family with this id, such as "life-like". */
export const familyById = (id: string): Family | undefined => families.find((family) => family.id === id)

/** Families that a world of this shape can belong to, simplest first. */
export const candidateFamilies = (shape: { readonly states: number; readonly height: number }): ReadonlyArray<Family> =>
  families.filter((f) => f.states === shape.states && f.neighbourhood.dimension === (shape.height === 1 ? 1 : 2))

/**
 * Reads a rule string of any family: `W…` elementary, `MAP…` unrestricted, all else births and survivals. What
 * letters do not tell apart is life-like. Blanks around it do not matter; errors point into the text without them.
 */
export const parseRule = (text: string): Parsed<Rule> => {
  const trimmed = text.trim()
  const family = /^w/i.test(trimmed) ? elementary : /^map/i.test(trimmed) ? map : isotropic
  const read = family.parse(trimmed)
  if (!read.ok) return read
  const rule = { family, labels: read.value }
  return parsed(family === isotropic ? (expressIn(rule, lifeLike) ?? rule) : rule)
}
