import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  derivativeOf,
  features,
  formsOf,
  makeLibrary,
  makeSpace,
  type Space,
  type Term,
  termName
} from "../src/index.ts"
import { pointsOf, spaces, termsOf } from "./arbitraries.ts"

const valueOf = (space: Space, terms: ReadonlyArray<Term>, x: ReadonlyArray<number>): Float64Array => {
  const out = new Float64Array(terms.length)
  features(space, terms)(x, out)
  return out
}

const phases = (n: number): Space =>
  makeSpace(Array.from({ length: n }, (_, k) => ({ name: `phi${k + 1}`, kind: "phase" as const })))

describe("libraries", () => {
  it("are those of the literature in one, two and three phases", () => {
    expect(makeLibrary(phases(1)).map((term) => termName(phases(1), term))).toEqual([
      "1",
      "sin(phi1)",
      "cos(phi1)",
      "sin(2 phi1)",
      "cos(2 phi1)"
    ])
    expect(makeLibrary(phases(2))).toHaveLength(13)
    expect(makeLibrary(phases(3))).toHaveLength(25)
  })

  it("hold monomials, mixed terms and waves over reals when asked", () => {
    const space = makeSpace([
      { name: "phi1", kind: "phase" },
      { name: "d", kind: "real" }
    ])
    const names = (options: object): ReadonlyArray<string> => makeLibrary(space, options).map((t) => termName(space, t))
    expect(names({ harmonics: 1, degree: 2 })).toEqual(["1", "d", "d^2", "sin(phi1)", "cos(phi1)"])
    expect(names({ harmonics: 1, degree: 1, mixed: 1 })).toEqual(expect.arrayContaining(["d sin(phi1)", "d cos(phi1)"]))
    expect(names({ degree: 1, realWaves: true })).toEqual(expect.arrayContaining(["sin(phi1 - d)", "cos(phi1 + d)"]))
  })

  it("hold the difference of a loop", () => {
    const loop = makeSpace(phases(2).coordinates, [[0, 1]])
    expect(makeLibrary(loop, { degree: 1 }).map((t) => termName(loop, t))).toContain("(phi1 - phi2)")
  })

  it("name every function once", () => {
    fc.assert(
      fc.property(spaces, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }), (space, harmonics, mixed) => {
        const names = makeLibrary(space, { harmonics, mixed, degree: 2 }).map((t) => termName(space, t))
        expect(new Set(names).size).toBe(names.length)
        expect(names[0]).toBe("1")
      }),
      { numRuns: 40 }
    )
  })
})

describe("terms", () => {
  it("are what they say", () => {
    fc.assert(
      fc.property(
        spaces.chain((space) => fc.tuple(fc.constant(space), termsOf(space), pointsOf(space))),
        ([space, term, x]) => {
          const angle = term.wave.reduce((sum, m, k) => sum + m * x[k]!, 0)
          const monomial = formsOf(space).reduce(
            (product, { vector }, r) => product * vector.reduce((sum, v, k) => sum + v * x[k]!, 0) ** term.powers[r]!,
            1
          )
          const turn = term.part === "sin" ? Math.sin(angle) : Math.cos(angle)
          expect(valueOf(space, [term], x)[0]).toBeCloseTo(turn * monomial, 9)
        }
      )
    )
  })

  it("have the slopes that differences show", () => {
    fc.assert(
      fc.property(
        spaces.chain((space) => fc.tuple(fc.constant(space), termsOf(space), pointsOf(space))),
        ([space, term, x]) => {
          for (const k of x.keys()) {
            const h = 1e-5
            const at = (by: number): number =>
              valueOf(
                space,
                [term],
                x.map((v, j) => (j === k ? v + by : v))
              )[0]!
            const parts = derivativeOf(space, term, k)
            const values = valueOf(
              space,
              parts.map((part) => part.term),
              x
            )
            const slope = parts.reduce((sum, part, i) => sum + part.value * values[i]!, 0)
            expect(Math.abs(slope - (at(h) - at(-h)) / (2 * h))).toBeLessThan(1e-5 * (1 + Math.abs(slope)))
          }
        }
      )
    )
  })
})
