import { describe, expect, it } from "vitest"
import { makeNormals, normalDistribution, pitOf } from "../src/index.ts"

describe("makeNormals", () => {
  it("gives the stream it has always given", () => {
    // Frozen: a change here changes every trajectory that was ever simulated.
    const { normal, uniform } = makeNormals("rulescope")
    expect(uniform()).toBe(0.32469227458701455)
    expect([normal(), normal()].map((value) => value.toFixed(12))).toEqual(["2.243410413954", "1.013772580275"])
  })

  it("is normal", () => {
    const { normal } = makeNormals("pit")
    const drawn = Float64Array.from({ length: 200_000 }, normal)
    const pit = pitOf(drawn, 50)
    expect(Math.abs(pit.score)).toBeLessThan(4)
    let square = 0
    for (const value of drawn) square += value * value
    expect(Math.abs(square / drawn.length - 1)).toBeLessThan(4 * Math.sqrt(2 / drawn.length))
  })
})

describe("normalDistribution", () => {
  it("has the values of the tables", () => {
    for (const [z, p] of [
      [0, 0.5],
      [1, 0.841344746068543],
      [-1.959963984540054, 0.025],
      [3, 0.99865010196837],
      [-6, 9.865876450377e-10]
    ] as const)
      expect(Math.abs(normalDistribution(z) / p - 1)).toBeLessThan(1e-12)
  })
})
