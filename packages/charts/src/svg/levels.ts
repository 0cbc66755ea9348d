import type { ValueScale } from "../data/valueScale.ts"
import { moved, tag } from "./markup.ts"
import { fitted, label, textWidth, wrapped } from "./text.ts"
import type { Theme } from "./theme.ts"

/** Width of figures with one row for every value of an axis: two stand beside each other, one fills a phone. */
export const levelWidth = 480
export const levelMargin = 16
const inner = levelWidth - 2 * levelMargin

interface Level {
  readonly label: string
  readonly baseline: boolean
  readonly text: string
  readonly remark: string
  readonly href?: string
}

interface Group<Row extends Level> {
  readonly title: string
  readonly rows: ReadonlyArray<Row>
}

/** Left and right end of the plot between names and numbers, and the height of a row. */
export interface Columns {
  readonly left: number
  readonly right: number
  readonly row: number
  /** Many rows stand close, in smaller type, without remarks. */
  readonly dense: boolean
}

/** Axes of more values than this are drawn dense. */
const manyRows = 30

const fontsOf = (dense: boolean) => ({ name: { size: dense ? 9 : 12 }, text: { size: dense ? 9 : 11 } })
const remarkFont = { size: 10 }
const titleFont = { size: 12, bold: true }

const columnsOf = (groups: ReadonlyArray<Group<Level>>): Columns => {
  const rows = groups.flatMap((group) => group.rows)
  const widest = (widths: ReadonlyArray<number>): number => Math.max(0, ...widths)
  const dense = groups.some((group) => group.rows.length > manyRows)
  const fonts = fontsOf(dense)
  const names = Math.min(150, widest(rows.map((row) => textWidth(row.label, { ...fonts.name, bold: row.baseline }))))
  const numbers = Math.min(
    170,
    widest(rows.flatMap(({ remark, text }) => [textWidth(text, fonts.text), dense ? 0 : textWidth(remark, remarkFont)]))
  )
  const row = dense ? 12 : rows.some(({ remark }) => remark !== "") ? 32 : 24
  return { left: names + 14, right: inner - numbers - 14, row, dense }
}

/** Two lines for a name that is too long for one. */
const names = (row: Level, { dense, left, row: height }: Columns): string => {
  const font = { ...fontsOf(dense).name, bold: row.baseline }
  if (dense)
    return label(left - 14, height / 2 + 3, fitted(row.label, font, left - 13.5), font, { "text-anchor": "end" })
  const lines =
    textWidth(row.label, font) <= left - 13.5 ? [row.label] : wrapped(row.label, { ...font, size: 10 }, left - 14)
  if (lines.length === 1) return label(left - 14, height / 2 + 4, lines[0]!, font, { "text-anchor": "end" })
  const two =
    lines.length === 2 ? lines : [lines[0]!, fitted(lines.slice(1).join(" "), { ...font, size: 10 }, left - 14)]
  return two
    .map((line, i) => label(left - 14, height / 2 - 2 + 11 * i, line, { ...font, size: 10 }, { "text-anchor": "end" }))
    .join("")
}

/** Name left, numbers right, the drawing of the row between them, and all of it a link where it leads somewhere. */
const rowOf = <Row extends Level>(row: Row, columns: Columns, theme: Theme, draw: (row: Row) => string): string => {
  const { dense, right, row: height } = columns
  const { text: font } = fontsOf(dense)
  const x = right + 14
  const room = inner - x + 0.5
  const middle = height / 2
  const remark = dense ? "" : row.remark
  const content = [
    tag("rect", { width: inner, height, fill: "none", "pointer-events": "all" }),
    names(row, columns),
    draw(row),
    label(x, remark === "" ? middle + (dense ? 3 : 4) : middle - 1, fitted(row.text, font, room), font),
    remark === "" ? "" : label(x, middle + 11, fitted(remark, remarkFont, room), remarkFont, { fill: theme.muted })
  ]
  const named = { class: "level", "data-label": row.label }
  return row.href === undefined ? tag("g", named, ...content) : tag("a", { ...named, href: row.href }, ...content)
}

/** All groups below each other on one axis, `draw` filling the row between the columns; `behind` lies under a group. */
export const levels = <Row extends Level>(
  groups: ReadonlyArray<Group<Row>>,
  scale: ValueScale,
  theme: Theme,
  draw: (row: Row, columns: Columns) => string,
  behind: (group: Group<Row>, columns: Columns) => string
): { readonly markup: string; readonly height: number } => {
  const columns = columnsOf(groups)
  const { left, right, row: height } = columns
  const x = (value: number): number => left + scale.place(value) * (right - left)
  let y = 0
  let markup = ""
  for (const group of groups) {
    const tall = group.rows.length * height
    markup += label(0, y + 13, fitted(group.title, titleFont, inner), titleFont)
    y += 20
    markup += moved(
      0,
      y,
      ...scale.ticks.map(([value]) => tag("line", { x1: x(value), x2: x(value), y1: 0, y2: tall, stroke: theme.grid })),
      behind(group, columns),
      ...group.rows.map((row, i) =>
        moved(
          0,
          i * height,
          rowOf(row, columns, theme, (one) => draw(one, columns))
        )
      )
    )
    y += tall + 10
  }
  // Every second tick is written where they would touch.
  const widest = Math.max(...scale.ticks.map(([, text]) => textWidth(text, remarkFont)), 1)
  const every = Math.max(1, Math.ceil((widest + 8) / Math.max(1, (right - left) / Math.max(1, scale.ticks.length - 1))))
  markup += scale.ticks
    .map(([value, text], i) =>
      i % every === 0 ? label(x(value), y + 4, text, remarkFont, { "text-anchor": "middle", fill: theme.muted }) : ""
    )
    .join("")
  return { markup, height: y + 8 }
}
