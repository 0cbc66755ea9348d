import type { RunResult } from "@rulescope/flow"
import { length, tag } from "../svg/markup.ts"
import { label } from "../svg/text.ts"
import { type SvgOptions, type Theme, themeOf } from "../svg/theme.ts"
import { axesOf, inTwos, sheet } from "./plot.ts"
import { englishFlowWords, type FlowWords } from "./words.ts"

type Verdict = Pick<RunResult["verdict"], "pit" | "autocorrelation" | "because" | "steps">

const height = 150

/** Steps by the probability that the law gave to less than what happened: as many in each part when it holds. */
const pitPanel = ({ shares }: Verdict["pit"][number], width: number, theme: Theme): string => {
  const even = 1 / shares.length
  const { axes, markup } = axesOf(
    { width, height },
    {
      values: [0, 1],
      ticks: [
        [0, "0"],
        [0.5, "0.5"],
        [1, "1"]
      ]
    },
    [0, even, ...shares],
    theme
  )
  const slot = width / shares.length
  return [
    markup,
    ...shares.map((share, i) =>
      tag("rect", {
        class: "share",
        x: i * slot + 1,
        y: axes.y(share),
        width: slot - 2,
        height: axes.y(0) - axes.y(share),
        fill: theme.dead,
        stroke: theme.deadOutline
      })
    ),
    tag("line", { x1: 0, x2: width, y1: axes.y(even), y2: axes.y(even), stroke: theme.live, "stroke-width": 2 })
  ].join("")
}

const lagPanel = (
  { lags }: Verdict["autocorrelation"][number],
  width: number,
  theme: Theme,
  words: FlowWords
): string => {
  const band = lags.map(({ error }) => 2 * error)
  const values = lags.flatMap(({ error, value }) => [value, 2 * error, -2 * error])
  const { axes, markup } = axesOf(
    { width, height },
    {
      values: lags.map((_, i) => i + 1),
      ticks: [[0.5, ""], ...lags.map((_, i) => [i + 1, String(i + 1)] as const), [lags.length + 0.5, ""]]
    },
    [0, ...values],
    theme
  )
  const at = (i: number, y: number): string => `${length(axes.x(i + 1))} ${length(axes.y(y))}`
  const upper = band.map((y, i) => at(i, y))
  const lower = band.map((y, i) => at(i, -y)).toReversed()
  return [
    markup,
    tag("path", { class: "band", d: `M${[...upper, ...lower].join("L")}Z`, fill: theme.live, "fill-opacity": 0.18 }),
    tag("line", { x1: 0, x2: width, y1: axes.y(0), y2: axes.y(0), stroke: theme.live }),
    ...lags.map(({ error, value }, i) => {
      const colour = Math.abs(value) > 2 * error ? theme.wrong : theme.ink
      return (
        tag("line", {
          x1: axes.x(i + 1),
          x2: axes.x(i + 1),
          y1: axes.y(0),
          y2: axes.y(value),
          stroke: colour,
          "stroke-width": 2
        }) + tag("circle", { class: "lag", cx: axes.x(i + 1), cy: axes.y(value), r: 3.2, fill: colour })
      )
    }),
    label(width / 2, height + 31, words.innovations.lag, { size: 11 }, { "text-anchor": "middle", fill: theme.muted })
  ].join("")
}

/** What a law leaves of every coordinate: how probable its steps were, and whether they follow from earlier ones. */
export const innovationFigureSvg = (
  verdict: Verdict,
  options: SvgOptions & { readonly words?: FlowWords } = {}
): string => {
  const theme = themeOf(options)
  const { words = englishFlowWords } = options
  const panels = verdict.pit.flatMap((pit, i) => {
    const lags = verdict.autocorrelation[i]
    const title = (text: string): string => label(0, -12, text, { size: 13, bold: true })
    return [
      (width: number): string => title(words.innovations.pit(pit.coordinate)) + pitPanel(pit, width, theme),
      (width: number): string =>
        lags === undefined ? "" : title(words.innovations.lags(lags.coordinate)) + lagPanel(lags, width, theme, words)
    ]
  })
  const level = tag("line", { x1: 0, x2: 20, y1: 6, y2: 6, stroke: theme.live, "stroke-width": 2 })
  return sheet(
    { title: words.innovations.title, law: verdict.because, notes: [words.innovations.note] },
    [[level, words.innovations.level]],
    inTwos(panels, height + 60),
    theme
  )
}
