import type { HeatMap } from "../data/studyFigures.ts"
import { valueScale } from "../data/valueScale.ts"
import { caption } from "./caption.ts"
import { cividis } from "./cividis.ts"
import { figure, hatched } from "./figure.ts"
import type { Block } from "./header.ts"
import { corner, heatAreas, heatCell } from "./heatCells.ts"
import { type HeatGrid, heatGrid, nameFont } from "./heatGrid.ts"
import { type Key, keys } from "./keys.ts"
import { levelMargin } from "./levels.ts"
import { moved, tag } from "./markup.ts"
import { fitted, label, textWidth } from "./text.ts"
import { type SvgOptions, type Theme, themeOf } from "./theme.ts"

const titleFont = { size: 11, bold: true }
const small = { size: 10 }

const columnName = (text: string, x: number, { cell, names, upright }: HeatGrid): string => {
  const middle = x + cell.width / 2
  if (!upright) return label(middle, names - 4, text, nameFont, { "text-anchor": "middle" })
  return tag(
    "g",
    { transform: `translate(${middle + 4},${names - 4}) rotate(-90)` },
    label(0, 0, fitted(text, nameFont, names - 6), nameFont)
  )
}

/** Names of rows and columns, no closer than their type allows. */
const namesOf = ({ across, down }: HeatMap, grid: HeatGrid): string => {
  const every = { across: Math.ceil(13 / grid.cell.width), down: Math.ceil(13 / grid.cell.height) }
  const ends = { "text-anchor": "end" }
  return [
    ...across.labels.map((text, i) =>
      i % every.across === 0 ? columnName(text, grid.indent + i * grid.cell.width, grid) : ""
    ),
    ...down.labels.map((text, i) => {
      const y = grid.names + (i + 0.5) * grid.cell.height + 4
      return i % every.down === 0
        ? label(grid.indent - 6, y, fitted(text, nameFont, grid.indent - 8), nameFont, ends)
        : ""
    })
  ].join("")
}

/** The colours from the least to the largest value, with numbers. */
const scaleBar = ({ cells }: HeatMap, place: (value: number) => number, theme: Theme): string => {
  const told = cells.filter(({ value }) => value !== null).sort((a, b) => a.value! - b.value!)
  if (told.length === 0) return ""
  const [least, most] = [told[0]!, told.at(-1)!]
  const muted = { fill: theme.muted }
  if (least.value === most.value) {
    const only = tag("rect", { width: 20, height: 12, fill: cividis(place(least.value!)).fill })
    return only + label(26, 10, least.text, small, muted)
  }
  const [wide, steps] = [160, 40]
  const left = textWidth(least.text, small) + 6
  const bar = Array.from({ length: steps }, (_, i) =>
    tag("rect", { x: (i * wide) / steps, width: wide / steps + 0.3, height: 12, fill: cividis(i / (steps - 1)).fill })
  )
  const frame = tag("rect", { width: wide, height: 12, fill: "none", stroke: theme.deadOutline, "stroke-width": 0.5 })
  return (
    label(0, 10, least.text, small, muted) +
    moved(left, 0, ...bar, frame) +
    label(left + wide + 6, 10, most.text, small, muted)
  )
}

/** What marks and hatching mean, where they occur. */
const keyOf = ({ cells, words }: HeatMap, { dense }: HeatGrid, marked: boolean, width: number, theme: Theme): Block => {
  const square = (fill: string): string =>
    tag("rect", { width: 20, height: 12, fill, stroke: theme.deadOutline, "stroke-width": 0.5 })
  const mark = dense ? tag("rect", { x: 9, y: 5, width: 2, height: 2, fill: theme.ink }) : corner(20, 0, theme.ink)
  const few: Key = [square("none") + mark, words.few]
  const none: Key = [square(hatched(theme)), words.none]
  return keys([...(marked ? [few] : []), ...(cells.some(({ value }) => value === null) ? [none] : [])], width)
}

/**
 * Values of two axes as coloured cells with their numbers; a corner marks cells with too few seeds, unless they all
 * are, which the notes then say; hatching, those without a value. 480 units wide, more where numbers need it. A map
 * of very many cells has areas instead.
 */
export const heatMapSvg = (data: HeatMap, options: SvgOptions = {}): string => {
  const theme = themeOf(options)
  const grid = heatGrid(data)
  const inner = grid.width - 2 * levelMargin
  const told = data.cells.filter(({ value }) => value !== null)
  const values = told.map(({ value }) => value!)
  const ends = { low: Math.min(...values), high: Math.max(...values) }
  const place = ends.low < ends.high ? valueScale(values, data.unit, ends).place : () => 0.5
  const allFew = told.length > 0 && told.every(({ few }) => few)
  const marked = !allFew && told.some(({ few }) => few)
  const head = caption(data.title, allFew ? [...data.notes, data.words.few] : data.notes, inner, theme)
  const key = keyOf(data, grid, marked, inner, theme)
  const columns = data.across.labels.length
  const at = head.height + 22 + (key.height === 0 ? 0 : 8 + key.height) + 16
  const cells = grid.dense
    ? [heatAreas(data, grid, place, marked, theme)]
    : data.cells.map((cell, i) =>
        moved(
          (i % columns) * grid.cell.width,
          Math.floor(i / columns) * grid.cell.height,
          heatCell(cell, grid, place, marked, theme)
        )
      )
  const down = fitted(`${data.down.title} ↓`, titleFont, 0.45 * inner)
  const across = fitted(`${data.across.title} →`, titleFont, 0.45 * inner)
  const height = 2 * levelMargin + at + 16 + grid.names + data.down.labels.length * grid.cell.height
  return figure(
    { width: Math.ceil(grid.width), height: Math.ceil(height) },
    data.title,
    theme,
    moved(
      levelMargin,
      levelMargin,
      head.markup,
      moved(0, head.height + 10, scaleBar(data, place, theme)),
      key.height === 0 ? "" : moved(0, head.height + 30, key.markup),
      moved(
        0,
        at,
        label(0, 10, down, titleFont),
        label(Math.max(grid.indent, textWidth(down, titleFont) + 16), 10, across, titleFont),
        moved(0, 16, namesOf(data, grid), moved(grid.indent, grid.names, ...cells))
      )
    )
  )
}
