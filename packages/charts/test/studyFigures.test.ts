import { describe, expect, it } from "vitest"
import { roundStep, valueScale } from "../src/data/valueScale.ts"
import { effectFigureSvg, heatMapSvg, rateFigureSvg, themeVariables } from "../src/index.ts"
import { cividis } from "../src/svg/cividis.ts"
import { textWidth, wrapped } from "../src/svg/text.ts"
import { type Drawn, elementsOf, expectDrawable, numberOf, parseSvg, placed, rectBox, textsOf } from "./drawing.ts"
import { changes, effects, rates, table } from "./studies.ts"

const inClass = (svg: string, name: string): ReadonlyArray<Drawn> =>
  elementsOf(parseSvg(svg)).filter(({ element }) => element.getAttribute("class") === name)

const ends = ({ element, matrix }: Drawn): readonly [left: number, right: number] => [
  placed(matrix, numberOf(element, "x1"), 0)[0],
  placed(matrix, numberOf(element, "x2"), 0)[0]
]

describe("effectFigureSvg", () => {
  const svg = effectFigureSvg(effects)

  it("draws nothing outside and nothing on top of each other, in every theme", () => {
    for (const theme of ["light", "dark", "page"] as const) {
      expectDrawable(effectFigureSvg(effects, { theme }))
      expectDrawable(effectFigureSvg(changes, { theme }))
    }
  })

  it("sets intervals to the same scale as the ticks", () => {
    const ticks = textsOf(parseSvg(svg)).filter(({ text }) => /^\d$/.test(text) && text !== "0")
    const [one, three] = ["1", "3"].map((text) => ticks.find((tick) => tick.text === text)!.box)
    const at = (box: typeof one): number => (box!.left + box!.right) / 2
    const unit = (at(three) - at(one)) / 2
    const intervals = inClass(svg, "interval").slice(2)
    const values = intervals.map((line) => ends(line).map((x) => 1 + (x - at(one)) / unit))
    for (const [i, [low, high]] of [
      [2.9, 4.01],
      [1.8, 2.3],
      [0, 0]
    ].entries()) {
      expect(values[i]![0]).toBeCloseTo(low!, 1)
      expect(values[i]![1]).toBeCloseTo(high!, 1)
    }
  })

  it("draws the baseline's line through its own axis, a reference through all", () => {
    expect(inClass(svg, "reference")).toHaveLength(1)
    expect(inClass(effectFigureSvg(changes), "reference")).toHaveLength(1)
    expect(inClass(effectFigureSvg({ ...effects, reference: 0 }), "reference")).toHaveLength(2)
  })

  it("explains only what is there", () => {
    const texts = (figure: string) => textsOf(parseSvg(figure)).map(({ text }) => text)
    expect(texts(svg)).toContain(effects.words.few)
    expect(texts(effectFigureSvg(changes))).not.toContain(effects.words.few)
  })

  it("leads where its data say", () => {
    const links = [...parseSvg(svg).querySelectorAll("a")].map((a) => a.getAttribute("href"))
    expect(links).toEqual(["#a"])
  })

  it("draws many values of an axis close together", () => {
    const level = effects.groups[0]!.rows[1]!
    const rows = Array.from({ length: 60 }, (_, i) => ({ ...level, label: String(i), value: i / 10 }))
    const svg = effectFigureSvg({ ...effects, groups: [{ title: "beta", rows }] })
    expectDrawable(svg)
    expect(inClass(svg, "mean")).toHaveLength(60)
    expect(numberOf(parseSvg(svg), "height")).toBeLessThan(900)
  })

  it("draws a study without a single run", () => {
    const rows = effects.groups[1]!.rows.slice(1)
    expectDrawable(effectFigureSvg({ ...effects, groups: [{ title: "noise", rows }] }))
  })
})

describe("rateFigureSvg", () => {
  it("fills the share of success and hatches the failed runs", () => {
    const svg = rateFigureSvg(rates)
    for (const theme of ["light", "dark", "page"] as const) expectDrawable(rateFigureSvg(rates, { theme }))
    const widths = (name: string) =>
      inClass(svg, name).map((drawn) => {
        const bar = elementsOf(parseSvg(svg)).find(
          ({ element, name }) => name === "rect" && element === [...drawn.element.children][0]
        )
        const box = rectBox(bar ?? { ...drawn, element: [...drawn.element.children][0]! })
        return box.right - box.left
      })
    const [cnn, p8] = widths("live")
    expect(cnn! / p8!).toBeCloseTo(9 / 12, 2)
    expect(widths("open")[0]! / p8!).toBeCloseTo(5 / 12, 2)
  })
})

describe("heatMapSvg", () => {
  it.each([
    [3, 4],
    [1, 1],
    [9, 12],
    [8, 40],
    [60, 2]
  ])("draws %d × %d cells, all on the page", (down, across) => {
    for (const theme of ["light", "dark", "page"] as const) {
      const svg = heatMapSvg(table(down, across), { theme })
      expectDrawable(svg)
      expect(inClass(svg, "heat")).toHaveLength(down * across)
    }
  })

  it("draws very many cells as areas that cover the same", () => {
    const data = table(50, 60)
    const svg = heatMapSvg(data)
    expectDrawable(svg)
    expect(svg.length).toBeLessThan(200_000)
    const cells = inClass(svg, "area").flatMap(({ element }) => [...element.getAttribute("d")!.matchAll(/M/g)])
    // A dot for the one cell with too few seeds.
    expect(cells).toHaveLength(50 * 60 + 1)
  })

  it("says of a map as a whole that it has too few seeds", () => {
    const data = table(3, 3)
    const svg = heatMapSvg({ ...data, cells: data.cells.map((cell) => ({ ...cell, few: true })) })
    expect(inClass(svg, "few")).toHaveLength(0)
    expect(textsOf(parseSvg(svg)).some(({ text }) => text.includes(data.words.few))).toBe(true)
  })

  it("writes every number while cells hold them", () => {
    const data = table(6, 8)
    const texts = textsOf(parseSvg(heatMapSvg(data))).map(({ text }) => text)
    const numbers = data.cells.flatMap(({ text }) => (text === "" ? [] : [text]))
    for (const number of numbers) expect(texts).toContain(number)
    expect(texts.filter((text) => /^\d\.\d\d$/.test(text))).toHaveLength(numbers.length + 2)
  })

  it("has one colour for one value, and says so", () => {
    const data = table(2, 2)
    const same = { ...data, cells: data.cells.map((cell) => ({ ...cell, value: 1, text: "1.00" })) }
    expectDrawable(heatMapSvg(same))
  })
})

describe("cividis", () => {
  const luminance = (fill: string): number => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const c = Number.parseInt(fill.slice(at, at + 2), 16) / 255
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (one: string, other: string): number => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
    return (high + 0.05) / (low + 0.05)
  }

  it("grows lighter all the way, and its numbers stay readable", () => {
    const steps = Array.from({ length: 101 }, (_, i) => cividis(i / 100))
    const lightness = steps.map(({ fill }) => luminance(fill))
    expect(lightness).toEqual([...new Set(lightness)].sort((a, b) => a - b))
    // WCAG 2.2, 1.4.3, for text of normal size.
    for (const { fill, onFill } of steps) expect(contrast(fill, onFill)).toBeGreaterThanOrEqual(4.5)
  })

  it("has the colours of the published table at its ends and in its middle, about", () => {
    const near = (fill: string, wanted: ReadonlyArray<number>) =>
      wanted.every((value, c) => Math.abs(Number.parseInt(fill.slice(1 + 2 * c, 3 + 2 * c), 16) - value) <= 16)
    expect(near(cividis(0).fill, [0, 34, 78])).toBe(true)
    expect(near(cividis(0.5).fill, [124, 123, 120])).toBe(true)
    expect(near(cividis(1).fill, [254, 232, 56])).toBe(true)
  })
})

describe("scales and texts", () => {
  it("have round ticks inside their range", () => {
    expect(valueScale([], "share", { low: 0, high: 1 }).ticks.map(([, text]) => text)).toEqual([
      "0 %",
      "20 %",
      "40 %",
      "60 %",
      "80 %",
      "100 %"
    ])
    expect(valueScale([-0.31, 0.2], "number").ticks.map(([, text]) => text)).toEqual([
      "−0.3",
      "−0.2",
      "−0.1",
      "0.0",
      "0.1",
      "0.2"
    ])
    expect(valueScale([0.9991, 0.9999], "share").ticks.map(([, text]) => text)).toContain("99.92 %")
    for (const span of [1e-7, 0.3, 1, 4, 7, 39, 1e6]) {
      expect(span / roundStep(span)).toBeGreaterThanOrEqual(4 - 1e-9)
      expect(span / roundStep(span)).toBeLessThanOrEqual(10 + 1e-9)
    }
    for (const value of [0, 1, -5, 0.25]) {
      const { place, ticks } = valueScale([value], value === 1 ? "share" : "number")
      expect(place(value)).toBeGreaterThanOrEqual(0)
      expect(ticks.length).toBeGreaterThan(2)
    }
  })

  it("break at blanks and between ideographs, and lose nothing", () => {
    const font = { size: 10 }
    expect(wrapped("one two three", font, 50)).toEqual(["one two", "three"])
    const chinese = wrapped("每个取值与基线之差，成对比较。", font, 60)
    expect(chinese.join("")).toBe("每个取值与基线之差，成对比较。")
    expect(chinese.every((line) => textWidth(line, font) <= 60 && !/^[，。]/.test(line))).toBe(true)
  })

  it("name a variable for every colour that a page draws with", () => {
    const svg = [effectFigureSvg(effects, { theme: "page" }), rateFigureSvg(rates, { theme: "page" })].join("")
    const used = new Set([...svg.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name))
    expect(used.size).toBeGreaterThan(4)
    for (const name of used)
      for (const theme of ["light", "dark"] as const) expect(themeVariables(theme)).toContain(`${name}:#`)
  })
})
