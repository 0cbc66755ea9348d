import { makeRandom } from "@rulescope/random"
import { wilson } from "@rulescope/core"
import { describe, expect, it } from "vitest"
import { reliabilityFigure, reliabilityFigureSvg } from "../src/index.ts"

/** Decisions whose labels are right as often as `truth` says for the confidence stated. */
const decisions = (truth: (confidence: number) => number, count = 4000) => {
  const random = makeRandom("reliability")
  return Array.from({ length: count }, () => {
    const confidence = 1 - 0.5 * 10 ** (-4 * random.uniform())
    return { confidence, right: random.uniform() < truth(confidence), given: confidence >= 0.99 }
  })
}

describe("the reliability figure", () => {
  const honest = decisions((confidence) => confidence)
  const boastful = decisions(() => 0.8)
  const data = reliabilityFigure(
    [
      { title: "honest", decisions: honest },
      { title: "boastful", decisions: boastful },
      { title: "silent", decisions: [] }
    ],
    wilson
  )

  it("counts every decision once, in ten bins", () => {
    for (const [i, all] of [honest, boastful].entries()) {
      const { bins } = data.panels[i]!
      expect(bins).toHaveLength(10)
      expect(bins.reduce((sum, { decisions: n }) => sum + n, 0)).toBe(all.length)
      expect(bins.reduce((sum, { given }) => sum + given, 0)).toBe(all.filter(({ given }) => given).length)
      expect(bins.reduce((sum, { wrong }) => sum + wrong, 0)).toBe(
        all.filter(({ given, right }) => given && !right).length
      )
      for (const { decisions: n, from, right, stated, to } of bins) {
        if (n === 0) continue
        expect(stated).toBeGreaterThanOrEqual(from)
        expect(stated).toBeLessThanOrEqual(to)
        expect(right! * n).toBeCloseTo(Math.round(right! * n), 9)
      }
    }
  })

  it("marks what surely claims too much, and that alone", () => {
    const svg = reliabilityFigureSvg(data)
    const panels = svg.split("honest")[1]!.split("boastful")
    expect(panels[0]!.match(/class="bin over"/g) ?? []).toHaveLength(0)
    // At 0.9 and more stated, 80 % right are too few.
    expect(panels[1]!.match(/class="bin over"/g)!.length).toBeGreaterThanOrEqual(5)
    expect(svg).toContain("0 decisions")
    expect(reliabilityFigureSvg(data, { theme: "dark" })).not.toBe(svg)
  })
})
