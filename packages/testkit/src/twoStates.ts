import { elementaryKind, type Family, type FamilyKind, isotropicKind, lifeLikeKind, mapKind } from "@rulescope/lattice"

/** Two states, in rows and on the Moore neighbourhood: the kinds that laws are tried with. */
export const twoStates: ReadonlyArray<FamilyKind> = [elementaryKind, lifeLikeKind, isotropicKind, mapKind]

export const families: ReadonlyArray<Family> = twoStates.flatMap((kind) => kind.named("") ?? [])
