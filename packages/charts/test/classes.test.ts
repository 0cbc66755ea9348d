import { describe, expect, it } from "vitest"
import { classFigure, classFigureSvg, terminalClassTable } from "../src/index.ts"
import { caseNames, caseResult } from "./cases.ts"
import { type Drawn, elementsOf, expectDrawable, parseSvg } from "./drawing.ts"
import { twoStates } from "./twoStates.ts"

const cellsOf = (svg: string): ReadonlyArray<Drawn> =>
  elementsOf(parseSvg(svg)).filter(({ element }) => element.getAttribute("class") === "class")

const fillsOf = (svg: string): ReadonlyArray<string | null> =>
  cellsOf(svg).map(({ element }) => [...element.children].find((c) => c.tagName === "rect")!.getAttribute("fill"))

describe("classFigure", () => {
  it("has every class with what was found about it", () => {
    const { estimate } = caseResult("isotropicSparse")
    const { rows } = classFigure(caseResult("isotropicSparse"), twoStates)
    expect(rows.map(({ confidence, label, name, support }) => ({ class: name, label, support, confidence }))).toEqual(
      estimate.classes.map(({ class: name, confidence, label, support }) => ({
        class: name,
        label,
        support,
        confidence
      }))
    )
    // The model has B2k wrong throughout, and half of S1c, which β makes a "dies".
    expect(rows.filter(({ wrong }) => wrong).map(({ name }) => name)).toEqual(["B2k", "S1c"])
  })
})

describe("classFigureSvg", () => {
  it.each(caseNames)("%s: one cell for every class, all on the page", (name) => {
    const data = classFigure(caseResult(name), twoStates)
    for (const theme of ["light", "dark"] as const) {
      const svg = classFigureSvg(data, { theme })
      expectDrawable(svg)
      const drawn = new Set(cellsOf(svg).map(({ element }) => element.getAttribute("data-class")))
      expect(drawn).toEqual(new Set(data.rows.map(({ name }) => name)))
      expect(cellsOf(svg)).toHaveLength(data.rows.length)
    }
  })

  it("fills live, leaves dead light, hatches what is undetermined", () => {
    const data = classFigure(caseResult("sparse"), twoStates)
    const svg = classFigureSvg(data)
    const fill = (label: number | null): string =>
      label === null ? "url(#rulescope-hatch-light)" : label === 1 ? "#0072b2" : "#f1f3f5"
    expect(fillsOf(svg)).toEqual(data.rows.map(({ label }) => fill(label)))
    expect(svg).toContain('<pattern id="rulescope-hatch-light"')
  })

  it("names every class of the isotropic family in its cell", () => {
    const data = classFigure(caseResult("isotropic"), twoStates)
    const named = cellsOf(classFigureSvg(data)).filter(({ element }) =>
      [...element.children].some((c) => c.tagName === "text" && c.textContent === element.getAttribute("data-class"))
    )
    expect(named).toHaveLength(102)
  })

  it("gives the same bytes for the same run", () => {
    const draw = () => classFigureSvg(classFigure(caseResult("mistaken"), twoStates))
    expect(draw()).toBe(draw())
  })
})

describe("terminalClassTable", () => {
  it("lists few classes one by one", () => {
    const lines = terminalClassTable(classFigure(caseResult("mistaken"), twoStates), { width: 80 }).split("\n")
    expect(lines.find((line) => line.startsWith("B3 "))).toMatch(/^B3 +live +\S+ +> 99\.99 % +S3 +live/)
    expect(lines.find((line) => line.startsWith("B2 "))).toMatch(/S2 +dead +\S+ +0\.0 % ✗$/)
    // Undetermined: seen, but no label to be confident of.
    expect(lines.find((line) => line.startsWith("B8 "))).toMatch(/^B8 +\? +\d+ +S8 +\? +\d+$/)
  })

  it("says of a class that it was never seen", () => {
    const table = terminalClassTable(classFigure(caseResult("sparse"), twoStates), { width: 80 })
    expect(table).toMatch(/^B8 +\? +never +S8 +\? +never$/m)
  })

  it("marks many classes in a grid", () => {
    const lines = terminalClassTable(classFigure(caseResult("isotropic"), twoStates), { width: 80 }).split("\n")
    expect(lines).toContain("B2 a○ c● e● i● k● n●")
    expect(lines).toContain("S1 c● e●")
    expect(lines.filter((line) => /^[BS]\d /.test(line))).toHaveLength(18)
    const map = terminalClassTable(classFigure(caseResult("mapRange"), twoStates), { width: 120, ascii: true })
    const marks = [...map.matchAll(/^(?:dead|live) \d ([.o?]+)$/gm)].map(([, row]) => row!)
    const labels = classFigure(caseResult("mapRange"), twoStates).rows.map(({ label }) => label)
    const tally = (char: string) => marks.join("").split(char).length - 1
    expect(marks.join("")).toHaveLength(512)
    expect([tally("?"), tally("o"), tally(".")]).toEqual([
      labels.filter((label) => label === null).length,
      labels.filter((label) => label === 1).length,
      labels.filter((label) => label === 0).length
    ])
  })

  it("sets dead and live cells side by side where both fit", () => {
    const lines = terminalClassTable(classFigure(caseResult("isotropic"), twoStates), { width: 120 }).split("\n")
    expect(lines.find((line) => line.startsWith("B1 "))).toMatch(/^B1 c○ e○ +S1 c● e●$/)
  })
})
