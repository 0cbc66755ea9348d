import { valueScale } from "../data/valueScale.ts"
import { figure, figureWidth, margin } from "../svg/figure.ts"
import { type Key, keys } from "../svg/keys.ts"
import { moved, tag } from "../svg/markup.ts"
import { joinedLines, label, wrapped } from "../svg/text.ts"
import type { Theme } from "../svg/theme.ts"

const inner = figureWidth - 2 * margin

/** A figure of panels below a title, notes and a key; `panels` say how high they are. */
export const sheet = (
  head: { readonly title: string; readonly law: string; readonly notes: ReadonlyArray<string> },
  legend: ReadonlyArray<Key>,
  body: { readonly markup: string; readonly height: number },
  theme: Theme
): string => {
  let y = margin + 16
  let top = label(margin, y, head.title, { size: 18, bold: true })
  for (const line of wrapped(head.law, { size: 12 }, inner)) {
    y += 18
    top += label(margin, y, line, { size: 12 })
  }
  for (const line of joinedLines(head.notes, { size: 11 }, inner)) {
    y += 16
    top += label(margin, y, line, { size: 11 }, { fill: theme.muted })
  }
  const key = keys(legend, inner)
  const from = y + 14 + key.height + 30
  return figure(
    { width: figureWidth, height: from + body.height + margin - 8 },
    head.title,
    theme,
    top,
    moved(margin, y + 14, key.markup),
    moved(margin, from, body.markup)
  )
}

/** Where values lie on a panel, in user units from its left and its top edge. */
export interface Axes {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

/** The frame of a panel with round ticks on both axes, and where values lie on it. */
export const axesOf = (
  size: { readonly width: number; readonly height: number },
  xs: { readonly values: ReadonlyArray<number>; readonly ticks?: ReadonlyArray<readonly [number, string]> },
  ys: ReadonlyArray<number>,
  theme: Theme
): { readonly axes: Axes; readonly markup: string } => {
  const range = xs.ticks === undefined ? undefined : { low: xs.ticks[0]![0], high: xs.ticks.at(-1)![0] }
  const [across, up] = [valueScale(xs.values, "number", range), valueScale(ys, "number")]
  const axes: Axes = {
    x: (value) => size.width * across.place(value),
    y: (value) => size.height * (1 - up.place(value))
  }
  const small = { size: 10 }
  const markup = [
    ...up.ticks.map(
      ([value, text]) =>
        tag("line", { x1: 0, x2: size.width, y1: axes.y(value), y2: axes.y(value), stroke: theme.grid }) +
        label(-8, axes.y(value) + 3.5, text, small, { "text-anchor": "end", fill: theme.muted })
    ),
    tag("line", { x1: 0, x2: size.width, y1: size.height, y2: size.height, stroke: theme.deadOutline }),
    ...(xs.ticks ?? across.ticks).map(([value, text]) =>
      label(axes.x(value), size.height + 15, text, small, { "text-anchor": "middle", fill: theme.muted })
    )
  ].join("")
  return { axes, markup }
}

/** Panels in rows of two. */
export const inTwos = (
  panels: ReadonlyArray<(width: number) => string>,
  height: number
): { readonly markup: string; readonly height: number } => {
  const columns = Math.min(2, panels.length)
  const gutter = { left: 48, between: 24 }
  const width = (inner - (columns - 1) * gutter.between) / columns - gutter.left
  const rows = Math.ceil(panels.length / columns)
  return {
    markup: panels
      .map((draw, i) =>
        moved(
          gutter.left + (i % columns) * (width + gutter.left + gutter.between),
          Math.floor(i / columns) * height,
          draw(width)
        )
      )
      .join(""),
    height: rows * height
  }
}
