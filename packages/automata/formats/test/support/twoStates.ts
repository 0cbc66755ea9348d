import { elementaryKind, type FamilyKind, isotropicKind, lifeLikeKind, mapKind } from "@rulescope/lattice"

/** Two states, in rows and on the Moore neighbourhood. */
export const twoStates: ReadonlyArray<FamilyKind> = [elementaryKind, lifeLikeKind, isotropicKind, mapKind]
