import { describe, expect, it } from "vitest"
import { curveFigureSvg, latticeFigureSvg } from "../src/index.ts"
import { elementsOf, expectDrawable, numberOf, parseSvg, textsOf } from "./drawing.ts"

const curves = {
  title: "What a symmetry is worth",
  note: "mean of 8 seeds",
  x: "patterns",
  y: "right",
  panels: [
    {
      title: "B36/S23",
      curves: [
        {
          name: "cnn",
          points: [
            { x: 16, y: 0.6 },
            { x: 512, y: 1 }
          ]
        },
        { name: "p8", points: [{ x: 16, y: 0.7 }], ends: { x: 32, because: "refuses" } }
      ]
    },
    { title: "no symmetry", curves: [{ name: "p8", points: [], ends: { x: 16, because: "refuses" } }] }
  ]
}

const lattice = {
  title: "Symmetries",
  note: "3×3 cells",
  nodes: [
    { id: "trivial", title: "no symmetry", orbits: 512, level: 0, used: "cnn" },
    { id: "C4", title: "quarter turns", orbits: 140, level: 1 },
    { id: "D4", title: "and mirrors", orbits: 102, level: 2 },
    { id: "C8", title: "eighth turns", orbits: 72, level: 2 }
  ],
  edges: [
    ["trivial", "C4"],
    ["C4", "D4"],
    ["C4", "C8"]
  ]
} as const

describe("curves", () => {
  it("draw lines upwards as shares grow, and a cross with the reason where one ends", () => {
    for (const theme of ["light", "dark"] as const) expectDrawable(curveFigureSvg(curves, { theme }))
    const all = elementsOf(parseSvg(curveFigureSvg(curves)))
    const drawn = all.filter(({ element }) => element.getAttribute("class") === "curve")
    expect(drawn.length).toBe(1)
    const [, y1, y2] = /^M\S+ (\S+)L\S+ (\S+)$/.exec(drawn[0]!.element.getAttribute("d")!)!
    expect(Number(y2)).toBeLessThan(Number(y1))
    expect(all.filter(({ element }) => element.getAttribute("class") === "ends").length).toBe(2)
    const texts = textsOf(parseSvg(curveFigureSvg(curves))).map(({ text }) => text)
    expect(texts.filter((text) => text === "p8 refuses").length).toBe(2)
  })
})

describe("the lattice of symmetries", () => {
  it("has a box for each, larger groups above, and a line for each inclusion", () => {
    const svg = latticeFigureSvg(lattice)
    expectDrawable(svg)
    const all = elementsOf(parseSvg(svg))
    expect(all.filter(({ element }) => element.getAttribute("class") === "symmetry").length).toBe(4)
    const lines = all.filter(({ element }) => element.getAttribute("class") === "inclusion")
    expect(lines.length).toBe(3)
    for (const { element } of lines) expect(numberOf(element, "y2")).toBeLessThan(numberOf(element, "y1"))
  })
})
