import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  everywhere,
  exchange,
  features,
  makeLibrary,
  moveTerm,
  orbitsOfEntries,
  reflection,
  type SpaceSymmetry,
  tie,
  termName
} from "../src/index.ts"
import { pointsOf, spaces, termsOf } from "./arbitraries.ts"
import { coupled, law } from "./laws.ts"

const moved = ({ from, sign }: SpaceSymmetry, x: ReadonlyArray<number>): ReadonlyArray<number> =>
  x.map((_, k) => sign[k]! * x[from[k]!]!)

describe("symmetries of terms", () => {
  it("move a term as they move a point", () => {
    fc.assert(
      fc.property(
        spaces.chain((space) => fc.tuple(fc.constant(space), termsOf(space), pointsOf(space))),
        ([space, term, x]) => {
          const kinds = space.coordinates.map(({ kind }) => kind)
          const other = kinds.indexOf(kinds[0]!, 1)
          const symmetries = [reflection(space), ...(other > 0 ? [exchange(space, 0, other)] : [])]
          for (const symmetry of symmetries) {
            const image = moveTerm(space, symmetry, term)
            // A loop that is moved onto no loop of the space.
            if (image === undefined) continue
            const out = new Float64Array(1)
            features(space, [term])(moved(symmetry, x), out)
            const before = out[0]!
            features(space, [image.term])(x, out)
            expect(out[0]! * image.sign).toBeCloseTo(before, 9)
          }
        }
      )
    )
  })

  it("tie the equations of equal junctions together", () => {
    const { space } = law(coupled)
    const entries = everywhere(space, makeLibrary(space))
    const { orbits, vanishing } = orbitsOfEntries(space, [exchange(space, 0, 1)], entries)
    expect(vanishing).toEqual([])
    expect(orbits).toHaveLength(13)
    const nameOf = (entry: number): string => {
      const { coordinate, term } = entries[entry]!
      return `${coordinate + 1}: ${termName(space, term)}`
    }
    const pairs = orbits.map((orbit) => orbit.map(({ entry, sign }) => `${sign > 0 ? "+" : "-"}${nameOf(entry)}`))
    expect(pairs).toContainEqual(["+1: sin(phi1)", "+2: sin(phi2)"])
    expect(pairs).toContainEqual(["+1: sin(phi2 - phi1)", "-2: sin(phi2 - phi1)"])
  })

  it("let reflection leave sines only", () => {
    const { space } = law(coupled)
    const entries = everywhere(space, makeLibrary(space))
    const { orbits, vanishing } = orbitsOfEntries(space, [reflection(space)], entries)
    const sines = entries.flatMap(({ term }, j) => (term.part === "sin" ? [j] : []))
    expect(orbits.flat().map(({ entry }) => entry)).toEqual(sines)
    expect(vanishing).toHaveLength(entries.length - sines.length)
  })

  it("add the likelihood of tied coefficients up", () => {
    const quadratic = { information: Float64Array.of(2, 0.5, 0.5, 3), gradient: Float64Array.of(1, -2) }
    const tied = tie(quadratic, [
      [
        { entry: 0, sign: 1 },
        { entry: 1, sign: -1 }
      ]
    ])
    // θ = (t, −t): −½ (2 − 2 · 0.5 + 3) t² + (1 + 2) t
    expect([...tied.information, ...tied.gradient]).toEqual([4, 3])
  })
})
