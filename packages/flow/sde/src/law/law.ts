import type { Space } from "../space.ts"
import type { Term } from "../terms/term.ts"

/** A term of an equation with its coefficient. */
export interface Weighted {
  readonly term: Term
  readonly value: number
}

/**
 * A law of evolution, dx_k = f_k(x) dt + dn_k with ⟨dn_k dn_l⟩ = noise[k][l] dt.
 *
 * The noise does not depend on the state, so Itô and Stratonovich agree. One overdamped junction at temperature T has
 * noise 2Γ, Γ = 2e k_B T / (ħ I_c): half of the γ of some books.
 */
export interface Law {
  readonly space: Space
  /** f_k as a sum of terms, one list for each coordinate. */
  readonly drift: ReadonlyArray<ReadonlyArray<Weighted>>
  /** Symmetric, positive semidefinite; coordinates × coordinates. */
  readonly noise: ReadonlyArray<ReadonlyArray<number>>
}

/** The noise matrix, rows one after the other. */
export const flatNoise = ({ noise }: Law): Float64Array => Float64Array.from(noise.flat())

/** A matrix given by its diagonal. */
export const diagonal = (entries: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> =>
  entries.map((value, k) => entries.map((_, l) => (k === l ? value : 0)))
