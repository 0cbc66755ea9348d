import { grouped } from "../data/numbers.ts"
import { escaped, length, tag } from "../svg/markup.ts"
import { label } from "../svg/text.ts"
import { type SvgOptions, type Theme, themeOf } from "../svg/theme.ts"
import { axesOf, inTwos, sheet } from "./plot.ts"
import type { VelocityFigure, VelocityPoint } from "./velocityFigure.ts"

const height = 230
/** Fewer steps make a hollow point. */
const few = 50

const turn: ReadonlyArray<readonly [number, string]> = [
  [-Math.PI, "−π"],
  [-Math.PI / 2, "−π/2"],
  [0, "0"],
  [Math.PI / 2, "π/2"],
  [Math.PI, "π"]
]

const dot = (x: number, y: number, hollow: boolean, theme: Theme): string =>
  tag("circle", {
    cx: x,
    cy: y,
    r: 3.2,
    fill: hollow ? theme.background : theme.ink,
    stroke: theme.ink,
    "stroke-width": 1.2
  })

const looks = (theme: Theme) => ({
  law: { stroke: theme.live, "stroke-width": 2.2, fill: "none" },
  model: { stroke: theme.wrong, "stroke-width": 1.8, "stroke-dasharray": "6 3", fill: "none" }
})

/**
 * Mean velocity of every coordinate by its own value, with two standard errors: as recorded, as the model has it, and
 * as the law has it, all at the states that were visited. Points of few steps are hollow. 960 units wide.
 */
export const velocityFigureSvg = (data: VelocityFigure, options: SvgOptions = {}): string => {
  const theme = themeOf(options)
  const { law, model } = looks(theme)
  const { velocity } = data.words
  const panels = data.panels.map(({ coordinate, kind, points }) => (width: number): string => {
    const ends = points.flatMap((point) => [
      point.observed - 2 * point.error,
      point.observed + 2 * point.error,
      point.model,
      ...(point.law === null ? [] : [point.law])
    ])
    const xs = { values: points.map(({ x }) => x), ...(kind === "phase" ? { ticks: turn } : {}) }
    const { axes, markup } = axesOf({ width, height }, xs, ends, theme)
    const line = (name: string, of: (point: VelocityPoint) => number | null, look: object): string => {
      const told = points.flatMap((point) => {
        const y = of(point)
        return y === null ? [] : [`${length(axes.x(point.x))} ${length(axes.y(y))}`]
      })
      return told.length === 0 ? "" : tag("path", { class: name, d: `M${told.join("L")}`, ...look })
    }
    const marks = points.map(({ error, observed, steps, x }) => {
      const [low, high] = [axes.y(observed - 2 * error), axes.y(observed + 2 * error)]
      const said = `${x.toFixed(2)}: ${observed.toPrecision(3)} ± ${error.toPrecision(2)}, ${grouped(steps)}`
      return tag(
        "g",
        { class: "velocity" },
        tag("title", {}, escaped(said)),
        tag("line", { x1: axes.x(x), x2: axes.x(x), y1: low, y2: high, stroke: theme.ink, "stroke-width": 1.2 }),
        dot(axes.x(x), axes.y(observed), steps < few, theme)
      )
    })
    return [
      label(0, -12, velocity.axis(coordinate), { size: 13, bold: true }),
      markup,
      line("model", (point) => point.model, model),
      line("law", (point) => point.law, law),
      ...marks
    ].join("")
  })
  const points = data.panels.flatMap((panel) => panel.points)
  const stroke = (look: object): string => tag("line", { x1: 0, x2: 20, y1: 6, y2: 6, ...look })
  return sheet(
    { title: velocity.title, law: data.title, notes: [velocity.note(data.bins, grouped(data.steps))] },
    [
      [dot(10, 6, false, theme), velocity.observed],
      ...(points.some(({ steps }) => steps < few) ? [[dot(10, 6, true, theme), velocity.few] as const] : []),
      ...(points.some((point) => point.law !== null) ? [[stroke(law), velocity.law] as const] : []),
      [stroke(model), velocity.network]
    ],
    inTwos(panels, height + 56),
    theme
  )
}
