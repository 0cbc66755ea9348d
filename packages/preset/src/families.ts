import { elementaryKind, type FamilyKind, generations, isotropicKind, lifeLikeKind, mapKind } from "@rulescope/lattice"

/** The families that come with Rulescope, simplest first. An entry of its own: a page that only shows runs needs no more. */
export const families: ReadonlyArray<FamilyKind> = [elementaryKind, lifeLikeKind, isotropicKind, mapKind, generations]
