import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compileDrift, explainLaw, parseLaw, printLaw } from "../src/index.ts"
import { laws, pointsOf } from "./arbitraries.ts"
import { coupled, law } from "./laws.ts"

const refusal = (text: string): { readonly at: number; readonly reason: string; readonly remedy: string } => {
  const read = parseLaw(text)
  if (read.ok) throw new Error(`read: ${text}`)
  return read.error
}

const driftAt = (text: string, x: ReadonlyArray<number>): ReadonlyArray<number> => {
  const read = law(text)
  const out = new Float64Array(x.length)
  compileDrift(read)(x, out)
  return [...out]
}

describe("the notation of laws", () => {
  it("prints what it reads", () => {
    for (const text of [
      coupled,
      "phi1' = 0; noise 0",
      "phi1' = v; v' = 0.6 - sin(phi1) - 0.3 v; noise 0, 0.12",
      "x' = x - x^3; noise 0.5",
      "x' = y; y' = -x + 0.5 y - 0.5 x^2 y; noise 0, 0.2",
      "phi1' = 2.7 - sin(phi1) - (phi1 - phi2); phi2' = -0.3 - sin(phi2) + (phi1 - phi2); noise 0.2",
      "phi1' = 1.5 - 0.5 d; d' = sin(phi1 - d) - d sin(2 phi1); noise [[0.4, 0.4], [0.4, 0.8]]",
      "phase phi1; phi1' = 0.3; noise 0.1",
      "x' = 1e-7 x^2; noise 3e+21"
    ]) {
      // What kinds the equations do not show is added.
      expect(printLaw(law(text)).replace("phase phi1; phi1' = 0; ", "phi1' = 0; ")).toBe(
        text.replace("phi1' = 0; noise", "phi1' = 0; noise")
      )
    }
  })

  it("reads back every law that it prints, number for number", () => {
    fc.assert(
      fc.property(
        laws.chain((l) => fc.tuple(fc.constant(l), pointsOf(l.space))),
        ([l, x]) => {
          const text = printLaw(l)
          const again = law(text)
          expect(again.space.coordinates).toEqual(l.space.coordinates)
          expect(again.noise).toEqual(l.noise)
          expect(printLaw(again)).toBe(text)
          const [a, b] = [new Float64Array(x.length), new Float64Array(x.length)]
          compileDrift(l)(x, a)
          compileDrift(again)(x, b)
          for (let k = 0; k < x.length; k++) expect(b[k]).toBeCloseTo(a[k]!, 9)
        }
      )
    )
  })

  it("takes the same law in other words", () => {
    const x = [0.3, 1.9]
    const plain = driftAt(coupled, x)
    for (const text of [
      "phi1'=1.3-1*sin(phi1)-0.25*sin(phi1-phi2)\nphi2' = 1.15 - sin(phi2) + sin(phi1 - phi2)/4",
      "phi1′ = 1 + .3 − sin(phi1) + 0.5 * 0.5 sin(-phi1 + phi2); phi2' = -sin(phi2) + 1.15 - 0.25 sin(phi2 - phi1);"
    ]) {
      for (const [k, value] of driftAt(text, x).entries()) expect(value).toBeCloseTo(plain[k]!, 14)
    }
    expect(driftAt("φ' = 2 φ; noise 1", [3])).toEqual([6])
  })

  it("says where and why it cannot read a law, and what to do", () => {
    for (const [text, at, reason] of [
      ["", 0, "there is no equation"],
      ["phi1' = 1.3 - sin(phi2)", 18, "phi2 has no equation"],
      ["phi1' = sin(phi1; noise 1", 16, "the statement ends early"],
      ["phi1' = 2 sin(", 14, "the law ends early"],
      ["phi1' = 1 ? 2", 10, '"?" has no place in a law'],
      ["phi1' = 1; phi1' = 2", 11, "phi1 has two equations"],
      ["x' = sin(x) cos(x)", 12, "two sines or cosines in one product"],
      ["phase x; x' = 2 x", 16, "the phase x stands alone"],
      ["x' = x^0", 7, "0 is no exponent"],
      ["x' = 1; noise 1, 2", 8, "the noise does not fit 1 coordinates"],
      ["x' = x; y' = y; noise [[1, 2], [2, 1]]", 16, "the noise matrix has a negative direction"],
      ["x' = x; y' = y; noise [[1, 2], [0, 1]]", 16, "the noise matrix is not symmetric"],
      ["x' = x; noise -1", 8, "the noise matrix has a negative direction"],
      ["x' = x; y' = (x - y)", 14, "x is not a phase"],
      ["x' = x; noise 1; noise 2", 17, "the noise is given twice"],
      ["x = 1", 2, '"=" is not expected']
    ] as const) {
      expect([text, refusal(text)]).toMatchObject([text, { at, reason }])
      expect(refusal(text).remedy).not.toBe("")
    }
  })

  it("shows the place below the text", () => {
    const read = parseLaw("phi1' = 1.3 - sin(phi2)")
    expect(read.ok ? "" : explainLaw(read.error)).toBe(
      "phi2 has no equation at character 19; add phi2' = … or correct the name\n  phi1' = 1.3 - sin(phi2)\n                    ^"
    )
  })

  it("reads fifty thousand terms", () => {
    // What takes the square of this length would not come back.
    const many = Array.from({ length: 50_000 }, (_, i) => `0.5 sin(${1 + (i % 64)} phi1)`).join(" + ")
    expect(law(`phi1' = ${many}`).drift[0]).toHaveLength(64)
  })
})
