import { valueScale } from "../data/valueScale.ts"
import { figureWidth, margin } from "../svg/figure.ts"
import { escaped, moved, tag } from "../svg/markup.ts"
import { fitted, label } from "../svg/text.ts"
import { type SvgOptions, type Theme, themeOf } from "../svg/theme.ts"
import { sheet } from "./plot.ts"
import type { TermFigure, TermRow } from "./termFigure.ts"

const rowHeight = 22
const columns = { equation: 80, name: 150, present: 60 }
const room = figureWidth - 2 * margin - columns.equation - columns.name - columns.present
/** Standard errors on either side of an interval of 95 %. */
const reach = 1.96

const mark = (x: number, known: boolean, theme: Theme): string =>
  known
    ? tag("circle", { cx: x, cy: 0, r: 4, fill: theme.live })
    : tag("rect", {
        x: x - 4,
        y: -4,
        width: 8,
        height: 8,
        fill: theme.background,
        stroke: theme.wrong,
        "stroke-width": 1.5
      })

const tick = (x: number, theme: Theme): string =>
  tag("line", { class: "truth", x1: x, x2: x, y1: -8, y2: 8, stroke: theme.ink, "stroke-width": 2 })

const said = ({ coordinate, error, name, value }: TermRow): string =>
  value === null
    ? `${coordinate}′ ${name}`
    : `${coordinate}′ ${name}: ${value.toPrecision(4)} ± ${error.toPrecision(2)}`

/** Every term that is known or open with its interval, a tick where the stated law has it. 960 units wide. */
export const termFigureSvg = (data: TermFigure, options: SvgOptions = {}): string => {
  const theme = themeOf(options)
  const { terms } = data.words
  const ends = data.rows.flatMap(({ error, truth, value }) => [
    ...(value === null ? [] : [value - reach * error, value + reach * error]),
    ...(truth === null ? [] : [truth])
  ])
  const scale = valueScale([0, ...ends], "number")
  const x = (value: number): number => room * scale.place(value)
  const foot = data.rows.length * rowHeight
  const muted = { fill: theme.muted }
  const left = columns.equation + columns.name
  const rows = data.rows.map((row, i) => {
    const known = row.state === "known"
    const [low, high] = row.value === null ? [0, 0] : [row.value - reach * row.error, row.value + reach * row.error]
    const colour = known ? theme.live : theme.wrong
    const first = i === 0 || data.rows[i - 1]!.coordinate !== row.coordinate
    return moved(
      0,
      (i + 0.5) * rowHeight,
      first
        ? label(0, 4, fitted(terms.equation(row.coordinate), { size: 12, bold: true }, columns.equation - 6), {
            size: 12,
            bold: true
          })
        : "",
      label(columns.equation, 4, fitted(row.name, { size: 12 }, columns.name - 10), { size: 12 }),
      tag(
        "g",
        { class: `term ${row.state}`, transform: `translate(${left},0)` },
        tag("title", {}, escaped(said(row))),
        row.value === null
          ? label(6, 4, terms.free, { size: 11 }, muted)
          : tag("line", { x1: x(low), x2: x(high), y1: 0, y2: 0, stroke: colour, "stroke-width": 2 }) +
              mark(x(row.value), known, theme),
        row.truth === null ? "" : tick(x(row.truth), theme)
      ),
      label(left + room + columns.present, 4, row.present.toFixed(3), { size: 11 }, { ...muted, "text-anchor": "end" })
    )
  })
  const grid = scale.ticks.map(
    ([value, text]) =>
      tag("line", {
        x1: x(value),
        x2: x(value),
        y1: 0,
        y2: foot,
        stroke: value === 0 ? theme.deadOutline : theme.grid
      }) + label(x(value), foot + 15, text, { size: 10 }, { ...muted, "text-anchor": "middle" })
  )
  const open = data.rows.some(({ state }) => state === "undetermined")
  const stated = data.rows.some(({ truth }) => truth !== null)
  return sheet(
    {
      title: terms.title,
      law: data.title,
      notes: [terms.note, ...(data.absent > 0 ? [terms.further(data.absent)] : [])]
    },
    [
      [moved(10, 6, mark(0, true, theme)), terms.known],
      ...(open ? [[moved(10, 6, mark(0, false, theme)), terms.undetermined] as const] : []),
      ...(stated ? [[moved(10, 6, tick(0, theme)), terms.truth] as const] : [])
    ],
    {
      markup:
        label(left + room + columns.present, -8, terms.present, { size: 11 }, { ...muted, "text-anchor": "end" }) +
        moved(left, 0, ...grid) +
        rows.join(""),
      height: foot + 24
    },
    theme
  )
}
