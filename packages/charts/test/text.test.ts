import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { describe, expect, it } from "vitest"
import { compact, confidenceText, counted, grouped, percent, powerOfTen } from "../src/data/numbers.ts"
import { fitted, joinedLines, textWidth } from "../src/svg/text.ts"

/** Advance widths of a TrueType font by character, from its cmap (format 4) and hmtx tables. */
const advances = (file: string): ((char: string) => number) => {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map(
    Array.from({ length: view.getUint16(4) }, (_, i) => {
      const at = 12 + 16 * i
      return [bytes.toString("latin1", at, at + 4), view.getUint32(at + 8)] as const
    })
  )
  const unitsPerEm = view.getUint16(tables.get("head")! + 18)
  const metrics = view.getUint16(tables.get("hhea")! + 34)
  const cmap = tables.get("cmap")!
  const subtable = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, i) => cmap + view.getUint32(cmap + 8 + 8 * i)
  ).find((at) => view.getUint16(at) === 4)!
  const segments = view.getUint16(subtable + 6) / 2
  const glyphOf = (code: number): number => {
    const segment = Array.from({ length: segments }, (_, i) => i).find(
      (i) => code <= view.getUint16(subtable + 14 + 2 * i)
    )!
    const start = view.getUint16(subtable + 16 + 2 * segments + 2 * segment)
    const delta = view.getUint16(subtable + 16 + 4 * segments + 2 * segment)
    const offsetAt = subtable + 16 + 6 * segments + 2 * segment
    const offset = view.getUint16(offsetAt)
    if (code < start) return 0
    return offset === 0 ? (code + delta) & 0xffff : view.getUint16(offsetAt + offset + 2 * (code - start))
  }
  return (char) => {
    const glyph = glyphOf(char.codePointAt(0)!)
    return view.getUint16(tables.get("hmtx")! + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm
  }
}

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i))

describe("textWidth", () => {
  it.each([
    ["DejaVuSans.ttf", false],
    ["DejaVuSans-Bold.ttf", true]
  ] as const)("has the widths of %s", (file, bold) => {
    const advance = advances(file)
    for (const char of ascii) expect(textWidth(char, { size: 1000, bold })).toBe(Math.round(1000 * advance(char)))
  })

  it("is an upper bound for the other characters that figures use", () => {
    for (const bold of [false, true]) {
      const advance = advances(bold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf")
      for (const char of "αβ→·−×…✓✗⁰¹²³⁴⁵⁶⁷⁸⁹⁻") {
        expect(advance(char)).toBeGreaterThan(0)
        expect(textWidth(char, { size: 1, bold })).toBeGreaterThanOrEqual(advance(char))
      }
    }
  })
})

describe("texts that have to fit", () => {
  it("leaves out the middle of what is too wide, and nothing else", () => {
    const font = { size: 10 }
    expect(fitted("B3/S23", font, 100)).toBe("B3/S23")
    const short = fitted("MAP".repeat(40), font, 200)
    expect(short).toMatch(/^MAP.*….*MAP$/)
    expect(textWidth(short, font)).toBeLessThanOrEqual(200)
    expect(textWidth(short, font)).toBeGreaterThan(180)
  })

  it("joins phrases line by line", () => {
    expect(joinedLines(["one", "two", "three"], { size: 10 }, 60)).toEqual(["one · two", "three"])
    expect(joinedLines(["one", "two"], { size: 10 }, 1000)).toEqual(["one · two"])
  })
})

describe("numbers in words", () => {
  it.each([
    [0, "0", "0"],
    [7, "7", "7"],
    [9999, "9999", "9,999"],
    [10_000, "10.0k", "10,000"],
    [67_349, "67.3k", "67,349"],
    [999_999, "1.00M", "999,999"],
    [1_234_567, "1.23M", "1,234,567"],
    [2_000_000_000, "2.00G", "2,000,000,000"],
    [0.25, "0.25", "0.3"]
  ])("%d", (value, short, long) => {
    expect(compact(value)).toBe(short)
    expect(compact(value).length).toBeLessThanOrEqual(5)
    expect(grouped(value)).toBe(long)
  })

  it("never rounds an accuracy up to 100 %", () => {
    expect(percent(1)).toBe("100 %")
    expect(percent(0.96)).toBe("96.0 %")
    expect(percent(0.99996)).toBe("99.9960 %")
    expect(percent(1 - 1e-12)).toBe("> 99.9999 %")
    expect(percent(0)).toBe("0.0 %")
    for (let k = 1; k < 15; k++) expect(percent(1 - 10 ** -k)).not.toMatch(/^100/)
  })

  it("writes confidences, powers and counted things", () => {
    expect(confidenceText(0.9949)).toBe("99.4 %")
    expect(confidenceText(0.99999)).toBe("> 99.99 %")
    expect([0, 1, 6, 12, -3].map((k) => powerOfTen(k))).toEqual(["1", "10", "10⁶", "10¹²", "10⁻³"])
    expect(powerOfTen(-3, true)).toBe("1e-3")
    expect([counted(1, "cell"), counted(2000, "cell"), counted(2, "class", "classes")]).toEqual([
      "1 cell",
      "2,000 cells",
      "2 classes"
    ])
  })
})
