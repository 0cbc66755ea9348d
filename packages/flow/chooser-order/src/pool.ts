import { type LibraryOptions, makeLibrary, sameTerm, type Space, type Term } from "@rulescope/sde"

/** Highest order of the pool by the number of coordinates: what is asked about grows with its powers. */
const highest = [6, 4, 3, 2]

/** Terms that a library may take in: higher orders, products of reals and waves, waves of reals beside a phase. */
export const poolOf = (space: Space, base: LibraryOptions, most: number): ReadonlyArray<Term> => {
  const d = space.coordinates.length
  const phases = space.coordinates.some(({ kind }) => kind === "phase")
  const order = Math.min(most, highest[d - 1] ?? 2)
  const degree = Math.max(base.degree ?? 0, phases ? Math.min(3, order) : order + 1)
  const parts: ReadonlyArray<LibraryOptions> = [
    { harmonics: order, degree },
    { harmonics: 1, degree: 0, mixed: 1 },
    { harmonics: 2, degree: 0, realWaves: true }
  ]
  const pool: Array<Term> = []
  for (const term of parts.flatMap((part) => makeLibrary(space, part)))
    if (!pool.some((known) => sameTerm(known, term))) pool.push(term)
  return pool
}
