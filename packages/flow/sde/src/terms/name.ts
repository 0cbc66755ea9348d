import { formsOf, type Space } from "../space.ts"
import type { Term } from "./term.ts"

/** `phi2 - 2 phi1`: positive members first, each group in the order of the coordinates. */
const waveName = ({ coordinates }: Space, wave: ReadonlyArray<number>): string => {
  const member = (m: number, k: number): string =>
    `${Math.abs(m) === 1 ? "" : `${Math.abs(m)} `}${coordinates[k]!.name}`
  const plus = wave.flatMap((m, k) => (m > 0 ? [member(m, k)] : []))
  const minus = wave.flatMap((m, k) => (m < 0 ? [member(m, k)] : []))
  return plus.length === 0 ? `-${minus.join(" - ")}` : [plus.join(" + "), ...minus].join(" - ")
}

/** A term as laws write it: `1`, `sin(phi2 - phi1)`, `cos(2 phi1)`, `x^2 y`, `x sin(phi1)`, `(phi1 - phi2)`. */
export const termName = (space: Space, { part, powers, wave }: Term): string => {
  const forms = formsOf(space)
  const monomial = powers.flatMap((p, r) => (p === 0 ? [] : [p === 1 ? forms[r]!.name : `${forms[r]!.name}^${p}`]))
  const still = wave.every((m) => m === 0)
  const factors = still ? monomial : [...monomial, `${part}(${waveName(space, wave)})`]
  return factors.length === 0 ? "1" : factors.join(" ")
}
