import fc from "fast-check"
import { canonical, formsOf, type Law, makeSpace, type Space, type Term, type Weighted } from "../src/index.ts"

/** Spaces of up to three coordinates, with loops among their phases. */
export const spaces: fc.Arbitrary<Space> = fc
  .array(fc.constantFrom("phase" as const, "real" as const), { minLength: 1, maxLength: 3 })
  .chain((kinds) => {
    const coordinates = kinds.map((kind, k) => ({ name: `${kind === "phase" ? "phi" : "x"}${k + 1}`, kind }))
    const phases = kinds.flatMap((kind, k) => (kind === "phase" ? [k] : []))
    const pairs = phases.flatMap((a, i) => phases.slice(i + 1).map((b) => [a, b] as const))
    return fc.subarray(pairs).map((loops) => makeSpace(coordinates, loops))
  })

/** Canonical terms of a space, waves up to 3 and powers up to 2. */
export const termsOf = (space: Space): fc.Arbitrary<Term> =>
  fc
    .tuple(
      fc.tuple(...space.coordinates.map(() => fc.integer({ min: -3, max: 3 }))),
      fc.constantFrom("sin" as const, "cos" as const),
      fc.tuple(...formsOf(space).map(() => fc.integer({ min: 0, max: 2 })))
    )
    .map(([wave, part, powers]) => {
      const still = wave.every((m) => m === 0)
      return canonical(space, { wave, part: still ? "cos" : part, powers }).term
    })

const values = fc.double({ min: -5, max: 5, noNaN: true }).filter((value) => value !== 0)

/** Laws in which every term of an equation is another one, with noise of any positive matrix. */
export const laws: fc.Arbitrary<Law> = spaces.chain((space) => {
  const d = space.coordinates.length
  const sum: fc.Arbitrary<ReadonlyArray<Weighted>> = fc.uniqueArray(
    fc.record({ term: termsOf(space), value: values }),
    { maxLength: 5, selector: ({ term }) => JSON.stringify(term) }
  )
  const roots = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: d * d, maxLength: d * d })
  return fc.record({ drift: fc.tuple(...space.coordinates.map(() => sum)), roots }).map(({ drift, roots: a }) => {
    // A Aᵀ of whole numbers is positive and exact.
    const noise = Array.from({ length: d }, (_, k) =>
      Array.from({ length: d }, (__, l) => a.slice(0, d).reduce((s, ___, j) => s + a[k * d + j]! * a[l * d + j]!, 0))
    )
    return { space, drift, noise }
  })
})

/** Points of a space. */
export const pointsOf = (space: Space): fc.Arbitrary<ReadonlyArray<number>> =>
  fc.tuple(...space.coordinates.map(() => fc.double({ min: -4, max: 4, noNaN: true })))
