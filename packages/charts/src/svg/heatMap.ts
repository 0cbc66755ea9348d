import type { HeatCell, HeatMap } from "../data/studyFigures.ts"
import { valueScale } from "../data/valueScale.ts"
import { caption } from "./caption.ts"
import { cividis } from "./cividis.ts"
import { figure, hatched } from "./figure.ts"
import { keys } from "./keys.ts"
import { levelMargin, levelWidth } from "./levels.ts"
import { escaped, moved, tag } from "./markup.ts"
import { fitted, label, textWidth } from "./text.ts"
import { type SvgOptions, type Theme, themeOf } from "./theme.ts"

const nameFont = { size: 11 }
const cellFont = { size: 11 }
const titleFont = { size: 11, bold: true }

interface Grid {
  readonly indent: number
  readonly cell: { readonly width: number; readonly height: number }
  /** Whether names of columns stand upright, and the room that they take. */
  readonly upright: boolean
  readonly names: number
  readonly width: number
}

/** Cells wide enough for their numbers; the figure grows beyond 480 units for that, up to 1200. */
const gridOf = ({ across, cells, down }: HeatMap): Grid => {
  const widest = (texts: ReadonlyArray<string>): number => Math.max(...texts.map((text) => textWidth(text, nameFont)))
  const indent = Math.min(140, widest(down.labels)) + 8
  const wanted = Math.max(28, widest(cells.map(({ text }) => text)) + 10)
  const columns = across.labels.length
  const room = levelWidth - 2 * levelMargin - indent
  const width = Math.max(
    8,
    Math.min(Math.max(wanted, room / columns), (1200 - 2 * levelMargin - indent) / columns, 120)
  )
  const upright = widest(across.labels) > width - 4
  const names = upright ? Math.min(110, widest(across.labels)) + 6 : 16
  return {
    indent,
    cell: { width, height: Math.min(30, Math.max(12, width)) },
    upright,
    names,
    width: Math.max(levelWidth, indent + columns * width + 2 * levelMargin)
  }
}

/** The corner that marks a cell with too few seeds. */
const corner = (right: number, top: number, ink: string): string =>
  tag("path", { class: "few", d: `M${right - 8} ${top}h8v8z`, fill: ink })

const cellOf = (cell: HeatCell, { cell: size }: Grid, place: (value: number) => number, theme: Theme): string => {
  const box = { x: 0.5, y: 0.5, width: size.width - 1, height: size.height - 1 }
  const colours = cell.value === null ? null : cividis(place(cell.value))
  const shown = colours !== null && textWidth(cell.text, cellFont) <= size.width - 4 && size.height >= 14
  const content = [
    tag("title", {}, escaped(cell.title)),
    tag("rect", { ...box, fill: colours?.fill ?? hatched(theme), stroke: theme.deadOutline, "stroke-width": 0.5 }),
    shown
      ? label(size.width / 2, size.height / 2 + 4, cell.text, cellFont, {
          "text-anchor": "middle",
          fill: colours.onFill
        })
      : "",
    cell.few && colours !== null ? corner(size.width - 1, 1, colours.onFill) : ""
  ]
  const named = { class: "heat", "data-value": cell.value === null ? undefined : String(cell.value) }
  return cell.href === undefined ? tag("g", named, ...content) : tag("a", { ...named, href: cell.href }, ...content)
}

const columnName = (text: string, x: number, { cell, names, upright }: Grid): string => {
  const middle = x + cell.width / 2
  if (!upright) return label(middle, names - 4, text, nameFont, { "text-anchor": "middle" })
  return tag(
    "g",
    { transform: `translate(${middle + 4},${names - 4}) rotate(-90)` },
    label(0, 0, fitted(text, nameFont, names - 6), nameFont)
  )
}

/** The colours from the least to the largest value, with numbers. */
const scaleBar = (data: HeatMap, place: (value: number) => number, theme: Theme): string => {
  const values = data.cells.flatMap(({ value }) => (value === null ? [] : [value]))
  const wide = 160
  const steps = 40
  const ends = [Math.min(...values), Math.max(...values)]
  const texts = ends.map((end) => data.cells.find(({ value }) => value === end)!.text)
  const bar = Array.from({ length: steps }, (_, i) =>
    tag("rect", { x: (i * wide) / steps, width: wide / steps + 0.3, height: 12, fill: cividis(i / (steps - 1)).fill })
  )
  const small = { size: 10 }
  const left = textWidth(texts[0]!, small) + 6
  if (ends[0] === ends[1]) {
    const only = tag("rect", { width: 20, height: 12, fill: cividis(place(ends[0]!)).fill })
    return only + label(26, 10, texts[0]!, small, { fill: theme.muted })
  }
  return (
    label(0, 10, texts[0]!, small, { fill: theme.muted }) +
    moved(
      left,
      0,
      ...bar,
      tag("rect", { width: wide, height: 12, fill: "none", stroke: theme.deadOutline, "stroke-width": 0.5 })
    ) +
    label(left + wide + 6, 10, texts[1]!, small, { fill: theme.muted })
  )
}

/**
 * Values of two axes as coloured cells with their numbers; a corner marks cells with too few seeds, hatching those
 * without a value. 480 units wide, more where numbers need it.
 */
export const heatMapSvg = (data: HeatMap, options: SvgOptions = {}): string => {
  const theme = themeOf(options)
  const grid = gridOf(data)
  const inner = grid.width - 2 * levelMargin
  const values = data.cells.flatMap(({ value }) => (value === null ? [] : [value]))
  const ends = { low: Math.min(...values), high: Math.max(...values) }
  const place = values.length < 2 || ends.low === ends.high ? () => 0.5 : valueScale(values, data.unit, ends).place
  const head = caption(data.title, data.notes, inner, theme)
  const bar = values.length === 0 ? "" : scaleBar(data, place, theme)
  const square = tag("rect", {
    width: 20,
    height: 12,
    fill: hatched(theme),
    stroke: theme.deadOutline,
    "stroke-width": 0.5
  })
  const few = tag("rect", { width: 20, height: 12, fill: "none", stroke: theme.deadOutline }) + corner(20, 0, theme.ink)
  const key = keys(
    [
      ...(data.cells.some((cell) => cell.few && cell.value !== null) ? [[few, data.words.few] as const] : []),
      ...(data.cells.some(({ value }) => value === null) ? [[square, data.words.none] as const] : [])
    ],
    inner
  )
  const columns = data.across.labels.length
  const at = head.height + 10 + 12 + (key.height === 0 ? 0 : 8 + key.height) + 16
  const across = data.across.labels.map((text, i) => columnName(text, grid.indent + i * grid.cell.width, grid))
  const rows = data.down.labels.map((text, r) =>
    moved(
      0,
      16 + grid.names + r * grid.cell.height,
      label(grid.indent - 6, grid.cell.height / 2 + 4, fitted(text, nameFont, grid.indent - 8), nameFont, {
        "text-anchor": "end"
      }),
      ...data.cells
        .slice(r * columns, (r + 1) * columns)
        .map((cell, c) => moved(grid.indent + c * grid.cell.width, 0, cellOf(cell, grid, place, theme)))
    )
  )
  const height = levelMargin + at + 16 + grid.names + data.down.labels.length * grid.cell.height + levelMargin
  const named = fitted(`${data.down.title} ↓`, titleFont, 0.45 * inner)
  return figure(
    { width: Math.ceil(grid.width), height: Math.ceil(height) },
    data.title,
    theme,
    moved(
      levelMargin,
      levelMargin,
      head.markup,
      moved(0, head.height + 10, bar),
      key.height === 0 ? "" : moved(0, head.height + 30, key.markup),
      moved(
        0,
        at,
        label(0, 10, named, titleFont),
        label(
          Math.max(grid.indent, textWidth(named, titleFont) + 16),
          10,
          fitted(`${data.across.title} →`, titleFont, 0.45 * inner),
          titleFont
        ),
        ...across.map((name) => moved(0, 16, name)),
        ...rows
      )
    )
  )
}
