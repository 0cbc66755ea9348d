import { describe, expect, it } from "vitest"
import { comparisonSvg, terminalWorld, type World, worldSvg } from "../src/index.ts"
import { elementsOf, expectDrawable, parseSvg, textsOf } from "./drawing.ts"
import { ruleFrom, soup } from "./runs.ts"

/** Rows of digits; "?" is unobserved. */
const world = (...rows: ReadonlyArray<string>): World => ({
  width: rows[0]!.length,
  height: rows.length,
  cells: Uint8Array.from(rows.join(""), (char) => (char === "?" ? 255 : Number(char)))
})

const evolved = (width: number): World => {
  const { cells, height } = soup(ruleFrom("B36/S23"), { rule: "B36/S23", width, generations: 5 })
  return { width, height, cells: cells.slice(5 * width * height) }
}

/** Cells that a path of the drawing covers, in cell units. */
const covered = (d: string): ReadonlyArray<readonly [x: number, y: number]> =>
  [...d.matchAll(/M(\d+) (\d+)h(\d+)v1H(\d+)z/g)].flatMap(([, x, y, length, back]) => {
    expect(back).toBe(x)
    return Array.from({ length: Number(length) }, (_, i) => [Number(x) + i, Number(y)] as const)
  })

const pathOf = (svg: string, name: string): string =>
  elementsOf(parseSvg(svg))
    .find(({ element }) => element.getAttribute("class") === name)!
    .element.getAttribute("d")!

describe("worldSvg", () => {
  it("covers exactly the live cells, runs merged", () => {
    const frame = evolved(32)
    const svg = worldSvg(frame, { title: "soup, generation 5" })
    expectDrawable(svg)
    const d = pathOf(svg, "state-1")
    const live = [...frame.cells.entries()].flatMap(([i, cell]) => (cell === 1 ? [[i % 32, Math.floor(i / 32)]] : []))
    expect(covered(d)).toEqual(live)
    const rows = Array.from({ length: 32 }, (_, y) => frame.cells.slice(32 * y, 32 * (y + 1)).join(""))
    const runs = rows.reduce((sum, row) => sum + row.split(/0+/).filter((run) => run !== "").length, 0)
    expect(d.split("M").length - 1).toBe(runs)
  })

  it("gives every state and the unobserved a layer of its own", () => {
    const svg = worldSvg(world("01?", "230"), { cellSize: 10 })
    expect(covered(pathOf(svg, "state-1"))).toEqual([[1, 0]])
    expect(covered(pathOf(svg, "state-2"))).toEqual([[0, 1]])
    expect(covered(pathOf(svg, "state-3"))).toEqual([[1, 1]])
    expect(pathOf(svg, "unobserved")).toBe("M20 0h10v10H20z")
  })

  it.each([1, 3, 64, 400, 1000])("draws a world %d cells wide", (width) => {
    expectDrawable(worldSvg({ width, height: 2, cells: new Uint8Array(2 * width).fill(1) }))
  })
})

describe("comparisonSvg", () => {
  const recorded = world("010?", "0110")
  const replayed = world("0110", "0101")

  it("shows recorded, replayed and where they differ, unobserved cells left out", () => {
    const svg = comparisonSvg({ recorded, replayed }, { title: "from frame 3" })
    expectDrawable(svg)
    const root = parseSvg(svg)
    expect(textsOf(root).map(({ text }) => text)).toEqual([
      "from frame 3",
      "recorded",
      "replayed",
      "3 cells of 7 differ"
    ])
    const layers = elementsOf(root).filter(({ element }) => element.getAttribute("class") === "state-1")
    expect(layers).toHaveLength(3)
    expect(covered(layers[2]!.element.getAttribute("d")!)).toEqual([
      [2, 0],
      [2, 1],
      [3, 1]
    ])
  })

  it("says when nothing differs", () => {
    const svg = comparisonSvg({ recorded, replayed: recorded })
    expectDrawable(svg)
    expect(textsOf(parseSvg(svg)).map(({ text }) => text)).toContain("no cell differs")
  })

  it("refuses frames of different size", () => {
    expect(() => comparisonSvg({ recorded, replayed: world("01") })).toThrow(
      "4×2 frame cannot be compared with one of 2×1"
    )
  })
})

describe("terminalWorld", () => {
  it("puts two cells into a character", () => {
    expect(terminalWorld(world("0011?", "01010", "1000?"))).toBe(" ▄▀█░\n▀   ░")
  })

  it("uses braille where half blocks do not fit", () => {
    const wide = { width: 100, height: 4, cells: new Uint8Array(400) }
    // Dots 1 and 8: top left and bottom right of the first character.
    wide.cells[0] = 1
    wide.cells[301] = 1
    expect(terminalWorld(wide, { width: 80 })).toBe("⢁" + "⠀".repeat(49))
  })

  it("shrinks what is larger still and says so", () => {
    const wide = { width: 1000, height: 16, cells: new Uint8Array(16_000) }
    wide.cells[999] = 1
    const lines = terminalWorld(wide, { width: 80 }).split("\n")
    expect(lines.at(-1)).toBe("each dot is 7 × 7 cells")
    expect(lines[0]).toBe("⠀".repeat(71) + "⠁")
    expect(lines.every((line) => line.length <= 80)).toBe(true)
  })

  it("has an ASCII form", () => {
    expect(terminalWorld(world("01?", "230"), { ascii: true })).toBe(".#?\n23.")
  })
})
