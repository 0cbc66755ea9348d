import { inflateSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { classFigure, classFigureSvg, counterFigure, counterFigureSvg, worldSvg } from "../src/index.ts"
import { svgToPng } from "../src/png/index.ts"
import { caseResult } from "./cases.ts"
import { elementsOf, numberOf, parseSvg, rectBox, textsOf } from "./drawing.ts"
import { twoStates } from "./twoStates.ts"

interface Image {
  readonly width: number
  readonly height: number
  /** Red, green, blue of a pixel as "#rrggbb". */
  readonly at: (x: number, y: number) => string
}

/** What filter `kind` of a row predicts from the bytes to the left, above and above left. */
const prediction = (kind: number, left: number, up: number, corner: number): number => {
  if (kind === 0) return 0
  if (kind === 1) return left
  if (kind === 2) return up
  return kind === 3 ? (left + up) >> 1 : paeth(left, up, corner)
}

const paeth = (a: number, b: number, c: number): number => {
  const p = a + b - c
  const [da, db, dc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  return da <= db && da <= dc ? a : db <= dc ? b : c
}

/** Decodes an eight-bit RGBA PNG without interlacing (PNG specification, 3rd edition, sections 5 and 9). */
const decode = (png: Uint8Array): Image => {
  expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks = new Map<string, Array<Uint8Array>>()
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCodePoint(...png.subarray(at + 4, at + 8))
    chunks.set(name, [...(chunks.get(name) ?? []), png.subarray(at + 8, at + 8 + view.getUint32(at))])
  }
  const header = chunks.get("IHDR")![0]!
  const size = new DataView(header.buffer, header.byteOffset)
  const [width, height] = [size.getUint32(0), size.getUint32(4)]
  expect([...header.subarray(8)]).toEqual([8, 6, 0, 0, 0])
  const raw = inflateSync(Buffer.concat(chunks.get("IDAT")!))
  const stride = 4 * width
  const pixels = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!
    for (let i = 0; i < stride; i++) {
      const left = i < 4 ? 0 : pixels[y * stride + i - 4]!
      const up = y === 0 ? 0 : pixels[(y - 1) * stride + i]!
      const corner = i < 4 || y === 0 ? 0 : pixels[(y - 1) * stride + i - 4]!
      pixels[y * stride + i] = raw[y * (stride + 1) + 1 + i]! + prediction(filter, left, up, corner)
    }
  }
  const at = (x: number, y: number): string => {
    const from = Math.floor(y) * stride + 4 * Math.floor(x)
    return `#${Buffer.from(pixels.subarray(from, from + 3)).toString("hex")}`
  }
  return { width, height, at }
}

const svg = counterFigureSvg(counterFigure(caseResult("clean"), twoStates))

describe("svgToPng", () => {
  it("draws background and bars in their colours, at the scale asked for", async () => {
    const root = parseSvg(svg)
    for (const scale of [1, 2]) {
      const image = decode(await svgToPng(svg, { scale }))
      expect([image.width, image.height]).toEqual([scale * numberOf(root, "width"), scale * numberOf(root, "height")])
      expect(image.at(1, 1)).toBe("#ffffff")
      const bars = elementsOf(root).filter(
        ({ element, name }) => name === "rect" && element.getAttribute("fill") === "#0072b2"
      )
      expect(bars.length).toBeGreaterThanOrEqual(8)
      for (const bar of bars) {
        const box = rectBox(bar)
        // Above the middle, where words stand.
        expect(image.at(scale * ((box.left + box.right) / 2), scale * (box.top + 3))).toBe("#0072b2")
      }
    }
  })

  it("sets text on a machine without fonts: every text leaves ink in its box", async () => {
    const image = decode(await svgToPng(svg, { scale: 2 }))
    const texts = textsOf(parseSvg(svg))
    expect(texts.length).toBeGreaterThan(50)
    const blank = texts.filter(({ box }) => {
      const colours = new Set<string>()
      for (let y = Math.floor(2 * box.top); y < 2 * box.bottom; y++) {
        for (let x = Math.floor(2 * box.left); x < 2 * box.right; x++) colours.add(image.at(x, y))
      }
      return colours.size < 4
    })
    expect(blank.map(({ text }) => text)).toEqual([])
  })

  it("draws 2 pixels per unit unless told otherwise, and dark figures dark", async () => {
    const dark = classFigureSvg(classFigure(caseResult("sparse"), twoStates), { theme: "dark" })
    const image = decode(await svgToPng(dark))
    expect(image.width).toBe(1920)
    expect(image.at(1, 1)).toBe("#15181d")
  })

  it("draws worlds cell by cell", async () => {
    const cells = Uint8Array.of(0, 1, 1, 0)
    const image = decode(await svgToPng(worldSvg({ width: 2, height: 2, cells }, { cellSize: 16 }), { scale: 1 }))
    const colours = [32, 48].flatMap((y) => [32, 48].map((x) => image.at(x, y)))
    expect(colours).toEqual(["#f1f3f5", "#0072b2", "#0072b2", "#f1f3f5"])
  })

  it("gives the same bytes for the same figure, also when several are drawn at once", async () => {
    const [first, second] = await Promise.all([svgToPng(svg, { scale: 1 }), svgToPng(svg, { scale: 1 })])
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it("refuses what is no SVG", async () => {
    await expect(svgToPng("<svg")).rejects.toThrow("SVG data parsing failed")
  })
})
