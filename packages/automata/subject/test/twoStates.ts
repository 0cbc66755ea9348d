import { elementaryKind, type FamilyKind, type Family, isotropicKind, lifeLikeKind, mapKind } from "@rulescope/lattice"

/** Two states, in rows and on the Moore neighbourhood. */
export const twoStates: ReadonlyArray<FamilyKind> = [elementaryKind, lifeLikeKind, isotropicKind, mapKind]

export const families: ReadonlyArray<Family> = twoStates.flatMap((kind) => kind.named("") ?? [])
