/** Reads a drawn SVG back: elements with their place on the page. */
import { DOMParser } from "linkedom"
import { expect } from "vitest"
import { textWidth } from "../src/svg/text.ts"

interface Matrix {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
}

const identity: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }

const times = (m: Matrix, n: Matrix): Matrix => ({
  a: m.a * n.a + m.c * n.b,
  b: m.b * n.a + m.d * n.b,
  c: m.a * n.c + m.c * n.d,
  d: m.b * n.c + m.d * n.d,
  e: m.a * n.e + m.c * n.f + m.e,
  f: m.b * n.e + m.d * n.f + m.f
})

const single = (name: string, values: ReadonlyArray<number>): Matrix => {
  const [x = 0, y = 0] = values
  if (name === "translate") return { ...identity, e: x, f: y }
  if (name === "scale") return { ...identity, a: x, d: values.length > 1 ? y : x }
  if (name !== "rotate") throw new Error(`no transform is called ${name}`)
  const turn = (x * Math.PI) / 180
  return { ...identity, a: Math.cos(turn), b: Math.sin(turn), c: -Math.sin(turn), d: Math.cos(turn) }
}

const matrixOf = (transform: string): Matrix =>
  [...transform.matchAll(/(\w+)\(([^)]*)\)/g)].reduce(
    (m, [, name, values]) => times(m, single(name!, values!.split(/[ ,]+/).map(Number))),
    identity
  )

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Drawn {
  readonly element: Element
  readonly name: string
  readonly matrix: Matrix
}

export interface DrawnText {
  readonly text: string
  readonly box: Box
  readonly rotated: boolean
}

/** The parts of linkedom's elements that are used here. */
export interface Element {
  readonly tagName: string
  readonly textContent: string
  readonly children: Iterable<Element>
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  readonly getAttribute: (name: string) => string | null
  readonly querySelectorAll: (selector: string) => Iterable<Element>
}

export const parseSvg = (svg: string): Element =>
  (new DOMParser().parseFromString(svg, "image/svg+xml") as unknown as { documentElement: Element }).documentElement

export const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 0)

/** Every element below the root with the matrix that leads from its units to the page's. */
export const elementsOf = (root: Element): ReadonlyArray<Drawn> => {
  const found: Array<Drawn> = []
  const visit = (element: Element, outer: Matrix): void => {
    const matrix = times(outer, matrixOf(element.getAttribute("transform") ?? ""))
    found.push({ element, name: element.tagName, matrix })
    if (element.tagName !== "defs") for (const child of element.children) visit(child, matrix)
  }
  for (const child of root.children) visit(child, identity)
  return found
}

export const placed = ({ a, b, c, d, e, f }: Matrix, x: number, y: number): readonly [x: number, y: number] => [
  a * x + c * y + e,
  b * x + d * y + f
]

/** Corners of a part of the element's own plane, on the page. */
const boxAt = (matrix: Matrix, left: number, top: number, right: number, bottom: number): Box => {
  const corners = [placed(matrix, left, top), placed(matrix, right, bottom)] as const
  return {
    left: Math.min(corners[0][0], corners[1][0]),
    right: Math.max(corners[0][0], corners[1][0]),
    top: Math.min(corners[0][1], corners[1][1]),
    bottom: Math.max(corners[0][1], corners[1][1])
  }
}

export const rectBox = ({ element, matrix }: Drawn): Box => {
  const [x, y] = [numberOf(element, "x"), numberOf(element, "y")]
  return boxAt(matrix, x, y, x + numberOf(element, "width"), y + numberOf(element, "height"))
}

/** Every text with the box that it fills when set in DejaVu Sans. */
export const textsOf = (root: Element): ReadonlyArray<DrawnText> =>
  elementsOf(root)
    .filter(({ name }) => name === "text")
    .map(({ element, matrix }) => {
      const size = numberOf(element, "font-size")
      const width = textWidth(element.textContent, { size, bold: element.getAttribute("font-weight") === "bold" })
      const anchor = element.getAttribute("text-anchor") ?? "start"
      const left = numberOf(element, "x") - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0)
      const base = numberOf(element, "y")
      const box = boxAt(matrix, left, base - 0.74 * size, left + width, base + 0.1 * size)
      return { text: element.textContent, box, rotated: Math.abs(matrix.b) > 1e-9 }
    })

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5

/** What holds for every figure: finite numbers, text and boxes inside the page, no text on another. */
export const expectDrawable = (svg: string): void => {
  const root = parseSvg(svg)
  const [, , width, height] = root.getAttribute("viewBox")!.split(" ").map(Number) as [number, number, number, number]
  expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
  expect(numberOf(root, "width")).toBe(width)
  expect(numberOf(root, "height")).toBe(height)
  const texts = textsOf(root)
  const outside = texts.filter(
    ({ box }) => box.left < 0 || box.top < 0 || box.right > width + 0.01 || box.bottom > height + 0.01
  )
  expect(outside).toEqual([])
  const rectangles = elementsOf(root).filter(({ name }) => name === "rect")
  for (const rectangle of rectangles) {
    const box = rectBox(rectangle)
    expect(numberOf(rectangle.element, "width")).toBeGreaterThan(0)
    expect(numberOf(rectangle.element, "height")).toBeGreaterThan(0)
    expect(box.left >= -0.01 && box.top >= -0.01 && box.right <= width + 0.01 && box.bottom <= height + 0.01).toBe(true)
  }
  const clashes = texts.flatMap((one, i) =>
    texts.slice(i + 1).flatMap((other) => (overlap(one.box, other.box) ? [`"${one.text}" on "${other.text}"`] : []))
  )
  expect(clashes).toEqual([])
}
