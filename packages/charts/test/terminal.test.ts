import { describe, expect, it } from "vitest"
import {
  classFigure,
  counterFigure,
  type TerminalOptions,
  terminalClassTable,
  terminalCounterFigure
} from "../src/index.ts"
import { type CaseName, caseNames, caseResult } from "./cases.ts"
import { twoStates } from "./twoStates.ts"

const drawn = (name: CaseName, options: TerminalOptions): string =>
  terminalCounterFigure(counterFigure(caseResult(name), twoStates), options)

// oxlint-disable-next-line no-control-regex -- ANSI sequences begin with the escape character
const plain = (text: string): string => text.replaceAll(/\u001b\[[\d;]*m/g, "")

const widthOf = (line: string): number => [...plain(line)].length

const blocks = " ▏▎▍▌▋▊▉█"
/** Length of a run of block characters in eighths of a column. */
const eighthsOf = (bar: string): number => [...bar].reduce((sum, char) => sum + Math.max(0, blocks.indexOf(char)), 0)

describe("terminal drawings", () => {
  it.each(caseNames)("%s: no line is longer than the width, in any style", (name) => {
    for (const width of [48, 60, 80, 104, 120, 200]) {
      for (const options of [{}, { ascii: true }, { colour: true }, { ascii: true, colour: true }]) {
        const both = [
          drawn(name, { width, ...options }),
          terminalClassTable(classFigure(caseResult(name), twoStates), { width, ...options })
        ]
        const longest = both
          .join("\n")
          .split("\n")
          .toSorted((a, b) => widthOf(b) - widthOf(a))[0]!
        expect(widthOf(longest)).toBeLessThanOrEqual(width)
      }
    }
  })

  it.each(caseNames)("%s: ASCII is ASCII, and colours are added only when asked for", (name) => {
    for (const width of [80, 120]) {
      const table = (options: TerminalOptions) => terminalClassTable(classFigure(caseResult(name), twoStates), options)
      for (const draw of [(options: TerminalOptions) => drawn(name, options), table]) {
        expect(draw({ width, ascii: true })).toMatch(/^[\n -~]*$/)
        expect(draw({ width })).not.toContain("\u001b")
        expect(draw({ width, colour: true })).toContain("\u001b[")
        // Blanks at the end of a line may stand inside a colour.
        const trimmed = (text: string) => text.replaceAll(/ +$/gm, "")
        expect(trimmed(plain(draw({ width, colour: true })))).toBe(draw({ width }))
      }
    }
  })
})

describe("terminalCounterFigure", () => {
  it("draws bars on a logarithmic scale, each with its number", () => {
    const lines = drawn("clean", { width: 80 }).split("\n")
    const at = lines.findIndex((line) => line.startsWith("Dead cells"))
    const { entries } = counterFigure(caseResult("clean"), twoStates).panels[0]
    const bars = lines.slice(at + 3, at + 12).map((line) => eighthsOf(line))
    const counts = entries.map(({ toDead, toLive }) => toDead + toLive)
    // Equal ratios are equal differences in length, up to the rounding to eighths.
    const slope = (bars[0]! - bars[8]!) / Math.log10(counts[0]! / counts[8]!)
    for (const [i, count] of counts.entries()) {
      expect(Math.abs(bars[i]! - (bars[0]! - slope * Math.log10(counts[0]! / count)))).toBeLessThanOrEqual(1.5)
    }
  })

  it("shows one as a short bar and zero as none", () => {
    const data = counterFigure(caseResult("clean"), twoStates)
    const [dead, live] = data.panels
    const entries = dead.entries.map((entry, i) => ({ ...entry, toDead: i === 0 ? 1 : 1000, toLive: 0 }))
    const lines = terminalCounterFigure({ ...data, panels: [{ ...dead, entries }, live] }, { width: 80 }).split("\n")
    const at = lines.findIndex((line) => line.startsWith("Dead cells"))
    expect(eighthsOf(lines[at + 3]!)).toBeGreaterThan(4)
    expect(eighthsOf(lines[at + 3]!)).toBeLessThan(eighthsOf(lines[at + 4]!) / 3)
    expect(lines[at + 3]).toMatch(/^0 \S+ +1 +0 +not/)
  })

  it("ends every line with what was read and what holds, and a cross where they differ", () => {
    const lines = drawn("mistaken", { width: 80 }).split("\n")
    const rows = (title: string) => lines.slice(lines.findIndex((line) => line.startsWith(title)) + 3).slice(0, 9)
    const last = (line: string) =>
      line
        .trim()
        .split(/ +/)
        .slice(line.includes("✗") ? -3 : -2)
        .join(" ")
    const { classes } = caseResult("mistaken").estimate
    const words = (from: number, said: readonly [string, string]) =>
      classes.slice(from, from + 9).map(({ label }) => (label === null ? "?" : said[label]))
    const truth = "not not not born not not born not not dies dies lives lives dies dies dies dies dies".split(" ")
    expect(rows("Dead cells").map(last)).toEqual(words(0, ["not", "born"]).map((read, n) => `${read} ${truth[n]}`))
    expect(rows("Live cells").map(last)).toEqual(
      words(9, ["dies", "lives"]).map((read, n) => `${read} ${truth[9 + n]}${n === 2 ? " ✗" : ""}`)
    )
  })

  it("marks α where the bars leave it free, in the same column in every line", () => {
    const lines = drawn("mistaken", { width: 80 }).split("\n")
    const at = lines.findIndex((line) => line.startsWith("Dead cells"))
    const column = lines[at + 2]!.lastIndexOf("α")
    const { alpha, entries } = counterFigure(caseResult("mistaken"), twoStates).panels[0]
    const there = (keep: (toLive: number) => boolean) =>
      entries.flatMap(({ toLive }, i) => (keep(toLive) ? [lines[at + 3 + i]![column]!] : []))
    expect(new Set(there((toLive) => toLive < alpha! / 10))).toEqual(new Set("┊"))
    expect(new Set(there((toLive) => toLive > 3 * alpha!))).toEqual(new Set("█"))
    expect(lines[at]).toContain(`α = ${alpha!.toLocaleString("en-GB")}`)
  })

  it("spells Greek letters and signs out in ASCII", () => {
    const lines = drawn("mistaken", { width: 80, ascii: true }).split("\n")
    expect(lines).toContain("read by threshold from predictions | ratio 0.6, beta 10")
    expect(lines.at(-1)).toMatch(/^\| alpha: dead \+ live must exceed it {3}: the bar must exceed it/)
  })

  it("sets the panels side by side from 104 columns on", () => {
    const titles = (width: number) =>
      drawn("clean", { width })
        .split("\n")
        .filter((line) => line.includes("cells: "))
    expect(titles(103)).toHaveLength(2)
    expect(titles(104)).toHaveLength(1)
    expect(titles(104)[0]).toMatch(/^Dead cells.*Live cells/)
  })

  it("says that a count was never seen", () => {
    expect(drawn("sparse", { width: 80 })).toMatch(/^8 never seen +\? +not$/m)
  })

  it("writes a rule of 89 characters in full, over two lines", () => {
    const { max, min } = caseResult("mapRange").estimate.range
    expect(drawn("mapRange", { width: 80 }).replaceAll("\n", "")).toContain(`between ${min}and ${max}`)
  })

  it("gives the same characters for the same run", () => {
    expect(drawn("competing", { width: 120, colour: true })).toBe(drawn("competing", { width: 120, colour: true }))
  })
})
