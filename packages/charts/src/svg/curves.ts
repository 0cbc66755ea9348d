import { roundStep, valueScale } from "../data/valueScale.ts"
import { figure, figureWidth, margin } from "./figure.ts"
import { length, moved, tag } from "./markup.ts"
import { label, textWidth } from "./text.ts"
import { type SvgOptions, type Theme, themeOf } from "./theme.ts"

/** One line of a panel. */
export interface Curve {
  /** Name in the legend; the same name looks the same in every panel. */
  readonly name: string
  /** By ascending x; y 0 to 1. */
  readonly points: ReadonlyArray<{ readonly x: number; readonly y: number }>
  /** Why it ends before the others, written in a corner; a cross stands where it ends. */
  readonly ends?: { readonly x: number; readonly because: string }
}

/** How shares grow with an amount, side by side in panels on the same axes. */
export interface CurveFigure {
  readonly title: string
  /** Line below the title. */
  readonly note: string
  readonly x: string
  readonly y: string
  readonly panels: ReadonlyArray<{ readonly title: string; readonly curves: ReadonlyArray<Curve> }>
}

const gutter = { left: 44, between: 16 }
const height = 210

/** Looks of the first curves: colour, dashes and the mark of a point, so that no two rest on colour alone. */
interface Look {
  readonly colour: string
  readonly dashes: string | undefined
  readonly mark: (x: number, y: number) => string
}

const looks = (theme: Theme): ReadonlyArray<Look> => [
  {
    colour: theme.deadOutline,
    dashes: undefined,
    mark: (x, y) => tag("circle", { cx: x, cy: y, r: 3, fill: theme.deadOutline })
  },
  {
    colour: theme.live,
    dashes: "7 3",
    mark: (x, y) => tag("rect", { x: x - 3, y: y - 3, width: 6, height: 6, fill: theme.live })
  },
  {
    colour: theme.wrong,
    dashes: "2 3",
    mark: (x, y) =>
      tag("path", {
        d: `M${length(x)} ${length(y - 4)}L${length(x + 4)} ${length(y + 3)}L${length(x - 4)} ${length(y + 3)}Z`,
        fill: theme.wrong
      })
  }
]

const cross = (x: number, y: number, colour: string): string =>
  tag("path", {
    class: "ends",
    d: `M${length(x - 5)} ${length(y - 5)}L${length(x + 5)} ${length(y + 5)}M${length(x - 5)} ${length(y + 5)}L${length(x + 5)} ${length(y - 5)}`,
    stroke: colour,
    "stroke-width": 2.5,
    fill: "none"
  })

/** Curves as lines with marks, shares on the common axis, what ends early with a cross and the reason. 960 units wide. */
export const curveFigureSvg = (data: CurveFigure, options: SvgOptions = {}): string => {
  const theme = themeOf(options)
  const names = [...new Set(data.panels.flatMap(({ curves }) => curves.map(({ name }) => name)))]
  const lookOf = (name: string): Look => looks(theme)[names.indexOf(name) % 3]!
  const points = data.panels.flatMap(({ curves }) => curves.flatMap((curve) => curve.points))
  const most = Math.max(1, ...points.map(({ x }) => x))
  const least = Math.min(1, ...points.map(({ y }) => y))
  const axis = valueScale([least, 1], "share", { low: Math.floor(least * 10 - 1e-9) / 10, high: 1 })
  const count = Math.max(1, data.panels.length)
  const width = (figureWidth - 2 * margin - gutter.left - (count - 1) * gutter.between) / count
  const step = roundStep(most) * (width < 400 ? 2 : 1)
  const xOf = (x: number): number => (width * x) / most
  const yOf = (y: number): number => height * (1 - axis.place(y))
  const muted = { fill: theme.muted }

  const draw = ({ ends, name, points }: Curve, row: number): string => {
    const { colour, dashes, mark } = lookOf(name)
    const d = points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${length(xOf(x))} ${length(yOf(y))}`).join("")
    const stroke = { stroke: colour, "stroke-width": 2, "stroke-dasharray": dashes, "stroke-linejoin": "round" }
    const last = points.at(-1)
    const line = points.length < 2 ? "" : tag("path", { class: "curve", "data-name": name, d, fill: "none", ...stroke })
    const marks = points.map(({ x, y }) => mark(xOf(x), yOf(y))).join("")
    if (ends === undefined) return line + marks
    const [x, y] = [xOf(ends.x), last === undefined ? height / 2 : yOf(last.y)]
    const from = last === undefined ? x : xOf(last.x)
    const told = `${name} ${ends.because}`
    return (
      line +
      marks +
      tag("line", { x1: from, x2: x, y1: y, y2: y, ...stroke }) +
      cross(x, y, colour) +
      label(width, height - 10 - 17 * row, told, { size: 11, bold: true }, { "text-anchor": "end", fill: colour })
    )
  }

  const top = margin + 92
  let legendX = margin
  const legend = names.map((name) => {
    const { colour, dashes, mark } = lookOf(name)
    const entry = moved(
      legendX,
      margin + 54,
      tag("line", { x1: 0, x2: 28, y1: 0, y2: 0, stroke: colour, "stroke-width": 2, "stroke-dasharray": dashes }),
      mark(14, 0),
      label(36, 4, name, { size: 12 })
    )
    legendX += 36 + textWidth(name, { size: 12 }) + 24
    return entry
  })
  return figure(
    { width: figureWidth, height: top + height + 40 + margin - 8 },
    data.title,
    theme,
    label(margin, margin + 16, data.title, { size: 18, bold: true }),
    label(margin, margin + 36, data.note, { size: 12 }, muted),
    ...legend,
    label(margin, top - 10, data.y, { size: 11 }, muted),
    ...data.panels.map(({ curves, title }, i) => {
      const ending = curves.filter(({ ends }) => ends !== undefined)
      return moved(
        margin + gutter.left + i * (width + gutter.between),
        top,
        ...axis.ticks.map(
          ([value, text]) =>
            tag("line", { x1: 0, x2: width, y1: yOf(value), y2: yOf(value), stroke: theme.grid }) +
            (i === 0 ? label(-8, yOf(value) + 3.5, text, { size: 10 }, { ...muted, "text-anchor": "end" }) : "")
        ),
        tag("line", { x1: 0, x2: width, y1: height, y2: height, stroke: theme.deadOutline }),
        ...Array.from({ length: Math.floor(most / step) + 1 }, (_, k) =>
          label(xOf(k * step), height + 15, String(k * step), { size: 10 }, { ...muted, "text-anchor": "middle" })
        ),
        label(width / 2, height + 31, data.x, { size: 11 }, { ...muted, "text-anchor": "middle" }),
        label(width, -10, title, { size: 13, bold: true }, { "text-anchor": "end" }),
        ...curves.map((curve) => draw(curve, ending.indexOf(curve)))
      )
    })
  )
}
