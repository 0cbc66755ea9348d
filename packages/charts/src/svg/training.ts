import { countScale } from "../data/countScale.ts"
import { grouped, percent, powerOfTen } from "../data/numbers.ts"
import type { TrainingFigure, TrainingPoint } from "../data/trainingFigure.ts"
import type { RunWords } from "../data/runWords.ts"
import { roundStep } from "../data/valueScale.ts"
import { figure, figureWidth, margin } from "./figure.ts"
import { length, moved, tag } from "./markup.ts"
import { label } from "./text.ts"
import { type SvgOptions, type Theme, themeOf } from "./theme.ts"

const gutter = { left: 52, between: 20 }
const plot = { width: (figureWidth - 2 * margin - gutter.between) / 2 - gutter.left, height: 200 }

/** A value's height on an axis, 0 at the foot to 1 at the top, with what to write beside it. */
interface Axis {
  readonly title: string
  readonly value: (point: TrainingPoint) => number
  readonly place: (value: number) => number
  readonly ticks: ReadonlyArray<readonly [value: number, text: string]>
}

const lossAxis = (points: ReadonlyArray<TrainingPoint>, { training }: RunWords): Axis => {
  const vanishes = points.some(({ loss }) => loss <= 0)
  const scale = countScale(
    points.map(({ loss }) => loss),
    vanishes ? 0.08 : 0
  )
  return {
    title: training.loss,
    value: ({ loss }) => loss,
    place: scale.place,
    ticks: [...(vanishes ? [[0, "0"] as const] : []), ...scale.ticks.map((k) => [10 ** k, powerOfTen(k)] as const)]
  }
}

const accuracyAxis = (points: ReadonlyArray<TrainingPoint>, { training }: RunWords): Axis => {
  const least = Math.min(0.9, ...points.map(({ accuracy }) => Math.floor(accuracy * 10) / 10))
  const tenths = Math.round((1 - least) * 10)
  const every = tenths > 5 ? 2 : tenths > 1 ? 1 : 0.2
  const ticks = Array.from({ length: Math.floor(tenths / every + 1e-9) + 1 }, (_, i) => 1 - (i * every) / 10)
  return {
    title: training.accuracy,
    value: ({ accuracy }) => accuracy,
    place: (value) => (value - least) / (1 - least),
    ticks: ticks.map((value) => [value, `${Math.round(value * 100)} %`] as const)
  }
}

const panel = ({ attempts, words }: TrainingFigure, axis: Axis, steps: number, theme: Theme): string => {
  const x = (step: number): number => (plot.width * step) / steps
  const y = (value: number): number => plot.height * (1 - axis.place(value))
  const step = roundStep(steps)
  const ends = { "text-anchor": "end", fill: theme.muted }
  return [
    label(0, -10, axis.title, { size: 13, bold: true }),
    ...axis.ticks.map(
      ([value, text]) =>
        tag("line", { x1: 0, x2: plot.width, y1: y(value), y2: y(value), stroke: theme.grid }) +
        label(-8, y(value) + 3.5, text, { size: 10 }, ends)
    ),
    tag("line", { x1: 0, x2: plot.width, y1: plot.height, y2: plot.height, stroke: theme.deadOutline }),
    ...Array.from({ length: Math.floor(steps / step) + 1 }, (_, i) =>
      label(
        x(i * step),
        plot.height + 15,
        grouped(i * step),
        { size: 10 },
        { "text-anchor": "middle", fill: theme.muted }
      )
    ),
    label(
      plot.width / 2,
      plot.height + 31,
      words.training.step,
      { size: 11 },
      { "text-anchor": "middle", fill: theme.muted }
    ),
    ...attempts.map((points, i) => {
      const path = points
        .map((point, at) => `${at === 0 ? "M" : "L"}${length(x(point.step))} ${length(y(axis.value(point)))}`)
        .join("")
      const first = points[0]!
      const restart =
        i === 0
          ? ""
          : tag("line", {
              class: "restart",
              x1: x(first.step),
              x2: x(first.step),
              y1: 0,
              y2: plot.height,
              stroke: theme.muted,
              "stroke-dasharray": "2 3"
            }) +
            label(
              Math.min(x(first.step) + 5, plot.width - 52),
              plot.height - 6,
              words.training.attempt(first.attempt),
              { size: 10 },
              { fill: theme.muted }
            )
      const stroke = { fill: "none", stroke: theme.live, "stroke-width": 2, "stroke-linejoin": "round" }
      const line =
        points.length === 1
          ? tag("circle", { cx: x(first.step), cy: y(axis.value(first)), r: 3, fill: theme.live })
          : tag("path", { class: "curve", d: path, ...stroke })
      return restart + line
    })
  ].join("")
}

/** Loss (logarithmic) and accuracy by step, restarts marked by a dotted line. 960 units wide. */
export const trainingFigureSvg = (data: TrainingFigure, options: SvgOptions = {}): string => {
  const theme = themeOf(options)
  const { words } = data
  const points = data.attempts.flat()
  const last = points.at(-1)
  const steps = Math.max(1, last?.step ?? 1)
  const top = margin + 86
  const said =
    last === undefined
      ? words.training.none
      : words.training.said(last.step, data.attempts.length, percent(last.accuracy), last.loss.toPrecision(3))
  return figure(
    { width: figureWidth, height: top + plot.height + 40 + margin - 8 },
    words.training.title,
    theme,
    label(margin, margin + 16, words.training.title, { size: 18, bold: true }),
    label(margin, margin + 36, said, { size: 12 }, { fill: theme.muted }),
    moved(margin + gutter.left, top, panel(data, lossAxis(points, words), steps, theme)),
    moved(
      margin + 2 * gutter.left + plot.width + gutter.between,
      top,
      panel(data, accuracyAxis(points, words), steps, theme)
    )
  )
}
