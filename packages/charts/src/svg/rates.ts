import type { RateFigure, RateRow } from "../data/studyFigures.ts"
import { valueScale } from "../data/valueScale.ts"
import { caption } from "./caption.ts"
import { figure } from "./figure.ts"
import { keys } from "./keys.ts"
import { box } from "./legend.ts"
import { type Columns, levelMargin, levels, levelWidth } from "./levels.ts"
import { moved, tag } from "./markup.ts"
import { type SvgOptions, type Theme, themeOf } from "./theme.ts"

const inner = levelWidth - 2 * levelMargin

/** An interval in ink on a band of background, so that it is seen on any bar. */
const whisker = (from: number, to: number, y: number, theme: Theme): string => {
  const stroke = (colour: string, width: number): string =>
    tag("line", { x1: from, x2: to, y1: y, y2: y, stroke: colour, "stroke-width": width }) +
    [from, to]
      .map((x) => tag("line", { x1: x, x2: x, y1: y - 4, y2: y + 4, stroke: colour, "stroke-width": width }))
      .join("")
  return tag("g", { "stroke-opacity": 0.8 }, stroke(theme.background, 4.5)) + stroke(theme.ink, 1.75)
}

const rowOf = (row: RateRow, { left, right, row: height }: Columns, theme: Theme): string => {
  if (row.trials === 0) return ""
  const width = right - left
  const tall = Math.min(13, height - 2)
  const y = (height - tall) / 2
  const part = (mark: "live" | "dead" | "open", from: number, to: number): string =>
    to > from
      ? tag(
          "g",
          { class: mark },
          box(mark, { x: left + width * from, y, width: width * (to - from), height: tall }, theme)
        )
      : ""
  const success = row.successes / row.trials
  const failed = 1 - row.failed / row.trials
  return [
    part("live", 0, success),
    part("dead", success, failed),
    part("open", failed, 1),
    whisker(left + width * row.interval.low, left + width * row.interval.high, height / 2, theme)
  ].join("")
}

/** Shares of success as bars from 0 to 100 %, failed runs hatched at their end, with intervals. 480 units wide. */
export const rateFigureSvg = (data: RateFigure, options: SvgOptions = {}): string => {
  const theme = themeOf(options)
  const rows = data.groups.flatMap((group) => group.rows)
  const square = { x: 0.5, y: 0.5, width: 18, height: 11 }
  const { failed, interval, other, success } = data.words
  const key = keys(
    [
      [box("live", square, theme), success],
      [box("dead", square, theme), other],
      ...(rows.some((row) => row.failed > 0) ? [[box("open", square, theme), failed] as const] : []),
      [whisker(1, 19, 6, theme), interval]
    ],
    inner
  )
  const head = caption(data.title, data.notes, inner, theme)
  const scale = valueScale([], "share", { low: 0, high: 1 })
  const body = levels(
    data.groups,
    scale,
    theme,
    (row, columns) => rowOf(row, columns, theme),
    () => ""
  )
  const at = head.height + 10
  return figure(
    { width: levelWidth, height: Math.ceil(2 * levelMargin + at + key.height + 14 + body.height) },
    data.title,
    theme,
    moved(levelMargin, levelMargin, head.markup, moved(0, at, key.markup), moved(0, at + key.height + 14, body.markup))
  )
}
