import type { Weighted } from "../law/law.ts"
import { formsOf, type Space } from "../space.ts"
import { canonical, type Term } from "./term.ts"

/** ∂term/∂x_k as a sum of terms in canonical form. */
export const derivativeOf = (space: Space, term: Term, k: number): ReadonlyArray<Weighted> => {
  const { part, powers, wave } = term
  const parts: Array<Weighted> = []
  const m = wave[k]!
  if (m !== 0) {
    const turned = canonical(space, { wave, part: part === "sin" ? "cos" : "sin", powers })
    parts.push({ term: turned.term, value: (part === "sin" ? m : -m) * turned.sign })
  }
  for (const [r, { vector }] of formsOf(space).entries()) {
    const factor = vector[k]! * powers[r]!
    if (factor === 0) continue
    const lower = powers.map((p, i) => (i === r ? p - 1 : p))
    const rest: Term = { ...term, powers: lower }
    parts.push({ term: rest, value: factor })
  }
  return parts
}

/** ∂/∂x_k of a sum of terms. */
export const slopeOf = (space: Space, sum: ReadonlyArray<Weighted>, k: number): ReadonlyArray<Weighted> =>
  sum.flatMap(({ term, value }) =>
    derivativeOf(space, term, k).map((part) => ({ term: part.term, value: part.value * value }))
  )
