import type { EffectFigure, EffectRow } from "../data/studyFigures.ts"
import { valueScale, type ValueScale } from "../data/valueScale.ts"
import { caption } from "./caption.ts"
import { figure } from "./figure.ts"
import { type Key, keys } from "./keys.ts"
import { type Columns, levelMargin, levels, levelWidth } from "./levels.ts"
import { moved, tag } from "./markup.ts"
import { type SvgOptions, type Theme, themeOf } from "./theme.ts"

const inner = levelWidth - 2 * levelMargin

/** A mean: filled with an interval, hollow without one, a square at the baseline. */
const point = (
  x: number,
  y: number,
  { baseline, interval }: Pick<EffectRow, "baseline" | "interval">,
  theme: Theme,
  radius = 4.5
): string => {
  const ink = baseline ? theme.ink : theme.live
  const fill = interval === null ? theme.background : ink
  const drawn = { fill, stroke: ink, "stroke-width": 1.5 }
  return baseline
    ? tag("rect", { x: x - radius + 0.5, y: y - radius + 0.5, width: 2 * radius - 1, height: 2 * radius - 1, ...drawn })
    : tag("circle", { cx: x, cy: y, r: radius, ...drawn })
}

const whisker = (from: number, to: number, y: number, ink: string): string =>
  tag("line", { class: "interval", x1: from, x2: to, y1: y, y2: y, stroke: ink, "stroke-width": 2 }) +
  [from, to].map((x) => tag("line", { x1: x, x2: x, y1: y - 4, y2: y + 4, stroke: ink, "stroke-width": 2 })).join("")

const rowOf = (
  row: EffectRow,
  { dense, left, right, row: height }: Columns,
  scale: ValueScale,
  theme: Theme
): string => {
  if (row.value === null) return ""
  const x = (value: number): number => left + scale.place(value) * (right - left)
  const ink = row.baseline ? theme.ink : theme.live
  const { interval } = row
  return [
    interval === null ? "" : whisker(x(interval.low), x(interval.high), height / 2, ink),
    tag(
      "g",
      { class: "mean", "data-value": String(row.value) },
      point(x(row.value), height / 2, row, theme, dense ? 3 : 4.5)
    )
  ].join("")
}

const signs = ({ groups, words }: EffectFigure, theme: Theme): ReadonlyArray<Key> => {
  const rows = groups.flatMap((group) => group.rows).filter(({ value }) => value !== null)
  const some = { baseline: false, interval: { low: 0, high: 0 } }
  const all: ReadonlyArray<readonly [shown: boolean, ...Key]> = [
    [true, whisker(1, 19, 6, theme.live) + point(10, 6, some, theme), words.mean],
    [
      rows.some(({ baseline }) => baseline),
      whisker(1, 19, 6, theme.ink) + point(10, 6, { ...some, baseline: true }, theme),
      words.baseline
    ],
    [rows.some(({ interval }) => interval === null), point(10, 6, { ...some, interval: null }, theme), words.few]
  ]
  return all.flatMap(([shown, sign, meaning]) => (shown ? [[sign, meaning] as const] : []))
}

/**
 * Means as points with their intervals, a row for every value of an axis; a dashed line marks the baseline of every
 * axis, or the reference of the figure. 480 units wide.
 */
export const effectFigureSvg = (data: EffectFigure, options: SvgOptions = {}): string => {
  const theme = themeOf(options)
  const rows = data.groups.flatMap((group) => group.rows)
  const shown = rows.flatMap(({ interval, value }) => [
    ...(value === null ? [] : [value]),
    ...(interval === null ? [] : [interval.low, interval.high])
  ])
  const scale = valueScale(data.reference === null ? shown : [...shown, data.reference], data.unit)
  const head = caption(data.title, data.notes, inner, theme)
  const key = keys(signs(data, theme), inner)
  const body = levels(
    data.groups,
    scale,
    theme,
    (row, columns) => rowOf(row, columns, scale, theme),
    (group, { left, right, row }) => {
      const value = data.reference ?? group.rows.find(({ baseline }) => baseline)?.value ?? null
      if (value === null) return ""
      const x = left + scale.place(value) * (right - left)
      const line = { x1: x, x2: x, y1: 0, y2: group.rows.length * row, stroke: theme.ink, "stroke-dasharray": "4 3" }
      return tag("line", { class: "reference", ...line })
    }
  )
  const at = head.height + 10
  const height = levelMargin + at + key.height + 14 + body.height + levelMargin
  return figure(
    { width: levelWidth, height: Math.ceil(height) },
    data.title,
    theme,
    moved(levelMargin, levelMargin, head.markup, moved(0, at, key.markup), moved(0, at + key.height + 14, body.markup))
  )
}
