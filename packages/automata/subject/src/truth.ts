import { expressIn, type Family, type FamilyKind, readRule } from "@rulescope/lattice"

/** Labels of the stated rule in the family that was searched; null when none is stated or the family has no such rule. */
export const truthLabels = (
  families: ReadonlyArray<FamilyKind>,
  truth: string | null,
  family: Family
): Uint8Array | null => {
  const read = truth === null ? undefined : readRule(families, truth)
  return read?.ok === true ? (expressIn(read.value, family)?.labels ?? null) : null
}
