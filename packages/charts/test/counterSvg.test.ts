import { describe, expect, it } from "vitest"
import { counterFigure, type CounterFigure, counterFigureSvg } from "../src/index.ts"
import { type CaseName, caseNames, caseResult } from "./cases.ts"
import { type Drawn, elementsOf, expectDrawable, numberOf, parseSvg, placed, rectBox, textsOf } from "./drawing.ts"
import { twoStates } from "./twoStates.ts"

const figureOf = (name: CaseName): CounterFigure => counterFigure(caseResult(name), twoStates)

const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹"
const exponentOf = (text: string): number | null => {
  if (text === "1") return 0
  if (text === "10") return 1
  return /^10[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/.test(text)
    ? Number(Array.from(text.slice(2), (char) => digits.indexOf(char)).join(""))
    : null
}

/** The panels of a drawing, and where a count lies on each axis, read from the axis labels alone. */
const panelsOf = (svg: string) => {
  const root = parseSvg(svg)
  const all = elementsOf(root)
  const zero = textsOf(root).find(({ text, box }) => text === "0" && box.right < 72)!
  const ticks = textsOf(root).flatMap(({ box, text }) => {
    const exponent = exponentOf(text)
    return exponent === null || box.right > 72 || box.bottom > zero.box.bottom ? [] : [{ exponent, y: box.bottom }]
  })
  const [low, high] = [ticks.find((t) => t.exponent === 0)!, ticks.reduce((a, b) => (b.exponent > a.exponent ? b : a))]
  // Labels stand 3.5 below their line; 1.0 of these are the descender of the measured box.
  const line = (bottom: number): number => bottom - 3.5 - 1
  const heightOf = (count: number): number =>
    count === 0
      ? line(zero.box.bottom)
      : line(low.y) + ((line(high.y) - line(low.y)) * Math.log10(count)) / high.exponent
  return { all, heightOf }
}

const inside = (all: ReadonlyArray<Drawn>, group: Drawn): ReadonlyArray<Drawn> => {
  const members = new Set(group.element.querySelectorAll("*"))
  return all.filter(({ element }) => members.has(element))
}

const withClass = (all: ReadonlyArray<Drawn>, name: string): ReadonlyArray<Drawn> =>
  all.filter(({ element }) => element.getAttribute("class") === name)

const bySlot = (name: "dead" | "live", data: CounterFigure) => data.panels[name === "dead" ? 0 : 1]

describe("counterFigureSvg", () => {
  it.each(caseNames)("%s: finite numbers, everything on the page, no text on another", (name) => {
    for (const theme of ["light", "dark"] as const) expectDrawable(counterFigureSvg(figureOf(name), { theme }))
  })

  it.each(["clean", "mistaken", "competing", "isotropic", "elementary"] as const)(
    "%s: every counter has a bar that ends at its count, none where it is zero",
    (name) => {
      const data = figureOf(name)
      const { all, heightOf } = panelsOf(counterFigureSvg(data))
      for (const from of ["dead", "live"] as const) {
        for (const to of ["dead", "live"] as const) {
          const bars = withClass(all, `counter ${from}-${to}`)
          const counts = bySlot(from, data).entries.flatMap((entry) => {
            const count = to === "dead" ? entry.toDead : entry.toLive
            return count === 0 ? [] : [{ live: entry.live, count }]
          })
          expect(bars.map(({ element }) => numberOf(element, "data-live"))).toEqual(counts.map(({ live }) => live))
          for (const [i, bar] of bars.entries()) {
            const box = rectBox(inside(all, bar).find((drawn) => drawn.name === "rect")!)
            expect(box.top).toBeCloseTo(heightOf(counts[i]!.count), 0)
            expect(box.bottom).toBeCloseTo(heightOf(0), 0)
          }
        }
      }
    }
  )

  it.each(["clean", "mistaken", "competing"] as const)("%s: α is drawn across each panel at its height", (name) => {
    const data = figureOf(name)
    const { all, heightOf } = panelsOf(counterFigureSvg(data))
    const lines = withClass(all, "alpha").map((group) => {
      const line = inside(all, group).findLast((drawn) => drawn.name === "line")!
      return placed(line.matrix, numberOf(line.element, "x1"), numberOf(line.element, "y1"))[1]
    })
    expect(lines).toHaveLength(2)
    for (const [i, y] of lines.entries()) expect(y).toBeCloseTo(heightOf(data.panels[i]!.alpha!), 0)
  })

  it("draws β × dead over → live where both occur, in their order of size", () => {
    const data = figureOf("competing")
    const { all, heightOf } = panelsOf(counterFigureSvg(data))
    const competing = data.panels.flatMap(({ entries }) => entries.filter(({ toDead, toLive }) => toDead * toLive > 0))
    const marks = withClass(all, "needed")
    expect(competing.length).toBeGreaterThan(5)
    expect(marks.map(({ element }) => numberOf(element, "data-live"))).toEqual(competing.map(({ live }) => live))
    for (const [i, mark] of marks.entries()) {
      const line = inside(all, mark).findLast((drawn) => drawn.name === "line")!
      const y = placed(line.matrix, 0, numberOf(line.element, "y1"))[1]
      expect(y).toBeCloseTo(heightOf(2 * competing[i]!.toDead), 0)
    }
  })

  it("has no threshold and no truth where there are none", () => {
    const { all } = panelsOf(counterFigureSvg(figureOf("plain")))
    expect(withClass(all, "alpha")).toHaveLength(0)
    expect(withClass(all, "needed")).toHaveLength(0)
    expect(withClass(all, "read")).toHaveLength(18)
    expect(withClass(all, "truth")).toHaveLength(0)
  })

  it("writes what was read under each count, and the truth below it", () => {
    const { all } = panelsOf(counterFigureSvg(figureOf("mistaken")))
    const words = (row: "read" | "truth") =>
      withClass(all, row).map((group) => inside(all, group).find(({ name }) => name === "text")!.element.textContent)
    expect(words("truth")).toEqual(
      "not not not born not not born not not dies dies lives lives dies dies dies dies dies".split(" ")
    )
    const { classes } = caseResult("mistaken").estimate
    const said = { B: ["not", "born"], S: ["dies", "lives"] }
    expect(words("read")).toEqual(
      classes.map(({ class: name, label }) => (label === null ? "?" : said[name[0] as "B" | "S"][label]))
    )
    expect(new Set(words("read"))).toEqual(new Set(["not", "born", "dies", "lives", "?"]))
  })

  it("crosses the counts that differ from the truth, and those only", () => {
    const crosses = (name: CaseName) =>
      textsOf(parseSvg(counterFigureSvg(figureOf(name)))).filter(({ text }) => text === "✗")
    expect(crosses("clean")).toHaveLength(0)
    expect(crosses("mistaken")).toHaveLength(1)
    expect(crosses("coarse")).toHaveLength(1)
  })

  it("says where a count was never seen", () => {
    const texts = textsOf(parseSvg(counterFigureSvg(figureOf("sparse")))).filter(({ text }) => text === "never seen")
    const unseen = caseResult("sparse").estimate.classes.filter(({ support }) => support === 0)
    expect(unseen.length).toBeGreaterThan(0)
    expect(texts).toHaveLength(unseen.length)
    expect(texts.every(({ rotated }) => rotated)).toBe(true)
  })

  it("writes rules of 89 characters in full", () => {
    const { rules } = figureOf("mapRange").headline
    const texts = textsOf(parseSvg(counterFigureSvg(figureOf("mapRange")))).map(({ text }) => text)
    expect(texts).toContain(`between ${rules[0]}`)
    expect(texts).toContain(`and ${rules[1]!}`)
  })

  it("draws a family with 121 counts without clutter", () => {
    const data = figureOf("clean")
    const entries = Array.from({ length: 121 }, (_, live) => ({
      live,
      toDead: live * live,
      toLive: (120 - live) ** 3,
      needed: { dead: null, live: live * live },
      read: { dead: live % 2, live: 1 - (live % 2), open: 0 },
      truth: { dead: live % 3 === 0 ? 1 : 0, live: live % 3 === 0 ? 0 : 1, open: 0 },
      wrong: live % 2 === (live % 3 === 0 ? 1 : 0) ? 0 : 1
    }))
    const [dead, live] = data.panels
    expectDrawable(
      counterFigureSvg({
        ...data,
        panels: [
          { ...dead, entries },
          { ...live, entries }
        ]
      })
    )
  })

  it("escapes what a source may write into a rule", () => {
    const data = figureOf("clean")
    const svg = counterFigureSvg({ ...data, headline: { ...data.headline, rules: ['<b>&"x"\u0000'] } })
    expect(svg).toContain("&lt;b&gt;&amp;&quot;x&quot;")
    expect(textsOf(parseSvg(svg)).map(({ text }) => text)).toContain('<b>&"x"')
  })

  it("gives the same bytes for the same run", () => {
    expect(counterFigureSvg(figureOf("mistaken"))).toBe(counterFigureSvg(figureOf("mistaken")))
    expect(counterFigureSvg(figureOf("mistaken"))).not.toBe(counterFigureSvg(figureOf("clean")))
  })
})
