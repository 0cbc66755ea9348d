import {
  elementaryKind,
  type FamilyKind,
  isotropicKind,
  lifeLikeKind,
  mapKind,
  type Parsed,
  readRule,
  type Rule
} from "@rulescope/lattice"

/** Kinds of rules that headers of files state and whose generations Golly may store complemented. */
const kinds: ReadonlyArray<FamilyKind> = [elementaryKind, lifeLikeKind, isotropicKind, mapKind]

/** Reads the rule that a file states. What a run looks for is not decided here. */
export const parseRule = (text: string): Parsed<Rule> => readRule(kinds, text)
