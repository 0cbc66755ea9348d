import { elementaryKind, type Family, type FamilyKind, isotropicKind, lifeLikeKind, mapKind } from "../src/index.ts"

/** Two states, in rows and on the Moore neighbourhood. */
export const twoStates: ReadonlyArray<FamilyKind> = [elementaryKind, lifeLikeKind, isotropicKind, mapKind]

export const families: ReadonlyArray<Family> = twoStates.flatMap((kind) => kind.named("") ?? [])
