import { formsOf, type Space } from "../space.ts"
import { canonical, degreeOf, type Term } from "./term.ts"

/** Which terms a library has; every bound is a whole number from 0. */
export interface LibraryOptions {
  /** Largest |wave| summed over the coordinates: 2 admits sin(2 phi1) and sin(phi2 - phi1); defaults to 2. */
  readonly harmonics?: number
  /** Largest sum of powers; defaults to 3. */
  readonly degree?: number
  /** Largest sum of powers beside a sine or cosine: 1 admits x sin(phi1); defaults to 0. */
  readonly mixed?: number
  /** Whether reals may stand in sines and cosines beside a phase, as in sin(phi1 - d); defaults to false. */
  readonly realWaves?: boolean
}

/** Every vector of whole numbers in [lowest, highest] of each entry whose absolute values sum to at most `total`. */
const vectors = (
  bounds: ReadonlyArray<readonly [number, number]>,
  total: number
): ReadonlyArray<ReadonlyArray<number>> =>
  bounds.reduce<ReadonlyArray<ReadonlyArray<number>>>(
    (found, [low, high]) =>
      found.flatMap((vector) => {
        const left = total - vector.reduce((sum, v) => sum + Math.abs(v), 0)
        const from = Math.max(low, -left)
        return Array.from({ length: Math.max(0, Math.min(high, left) - from + 1) }, (_, i) => [...vector, from + i])
      }),
    [[]]
  )

const isZero = (vector: ReadonlyArray<number>): boolean => vector.every((v) => v === 0)

/**
 * The library of a space up to the orders asked for: the constant, monomials by degree, sines and cosines by degree,
 * then the mixed ones. Each function stands in it once, in its canonical form.
 */
export const makeLibrary = (space: Space, options: LibraryOptions = {}): ReadonlyArray<Term> => {
  const { degree = 3, harmonics = 2, mixed = 0, realWaves = false } = options
  const forms = formsOf(space)
  const isPhase = space.coordinates.map(({ kind }) => kind === "phase")
  const waves = vectors(
    isPhase.map((phase) => [harmonics, realWaves ? 1 : 0][phase ? 0 : 1]!).map((bound) => [-bound, bound] as const),
    harmonics
  ).filter((wave) => isZero(wave) || wave.some((m, k) => m !== 0 && isPhase[k]))
  const monomials = vectors(
    forms.map(() => [0, degree] as const),
    degree
  )
  const terms = waves.flatMap((wave) =>
    monomials.flatMap((powers): ReadonlyArray<Term> => {
      if (isZero(wave)) return [{ wave, part: "cos", powers }]
      if (powers.reduce((sum, p) => sum + p, 0) > mixed) return []
      const sine = canonical(space, { wave, part: "sin", powers })
      return sine.sign < 0 ? [] : [sine.term, { ...sine.term, part: "cos" }]
    })
  )
  const rank = (term: Term): number => degreeOf(term) + (isZero(term.wave) ? 0 : isZero(term.powers) ? 1000 : 2000)
  return terms.toSorted((a, b) => rank(a) - rank(b))
}
