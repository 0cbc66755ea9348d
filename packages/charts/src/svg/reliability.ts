import { counted } from "../data/numbers.ts"
import type { ReliabilityBin, ReliabilityFigure } from "../data/reliabilityFigure.ts"
import { figure, figureWidth, margin } from "./figure.ts"
import { moved, tag } from "./markup.ts"
import { label } from "./text.ts"
import { type SvgOptions, type Theme, themeOf } from "./theme.ts"

/** Probabilities written at the axes. */
const ticks = [0.5, 0.9, 0.99, 0.999, 0.9999]
/** Share of errors at the foot of an axis, and from which on it is drawn at its end. */
const [most, least] = [0.5, 2e-5]
const gutter = { left: 46, between: 26 }
const strip = { gap: 34, height: 44 }

/** Where a probability stands on an axis, 0 to 1: logarithmic in what is missing to 1. */
const place = (p: number): number => Math.max(0, Math.log(most / Math.max(1 - p, least)) / Math.log(most / least))

const tickText = (p: number): string => `${Number((100 * p).toFixed(2))} %`

const point = (bin: ReliabilityBin, side: number, theme: Theme): string => {
  const { decisions, interval, right, stated } = bin
  if (stated === null || right === null) return ""
  const [x, y] = [place(stated) * side, (1 - place(right)) * side]
  const [low, high] = [interval.low, interval.high].map((p) => (1 - place(p)) * side) as [number, number]
  // More is claimed than is so: a square in another colour.
  const over = interval.high < stated
  const colour = over ? theme.wrong : theme.live
  const said = `${tickText(bin.from)} to ${tickText(bin.to)}: ${counted(decisions, "decision")}, stated ${(100 * stated).toFixed(2)} %, right ${(100 * right).toFixed(2)} %`
  const mark = over
    ? tag("rect", { x: x - 4.5, y: y - 4.5, width: 9, height: 9, fill: colour })
    : tag("circle", { cx: x, cy: y, r: 4.5, fill: colour })
  return tag(
    "g",
    { class: over ? "bin over" : "bin" },
    tag("title", {}, said),
    tag("line", { x1: x, x2: x, y1: low, y2: high, stroke: colour, "stroke-width": 1.5 }),
    mark
  )
}

/** How many decisions each bin has, as bars on a logarithmic scale. */
const counts = (bins: ReadonlyArray<ReliabilityBin>, side: number, theme: Theme): string => {
  const top = Math.log10(Math.max(10, ...bins.map(({ decisions }) => decisions)))
  return bins
    .map(({ decisions, from, to }) => {
      const [x1, x2] = [place(from) * side, place(to) * side]
      const height = decisions === 0 ? 0 : Math.max(1, (Math.log10(decisions) / top) * strip.height)
      return tag("rect", {
        x: x1 + 0.5,
        y: strip.height - height,
        width: x2 - x1 - 1,
        height,
        fill: theme.dead,
        stroke: theme.deadOutline
      })
    })
    .join("")
}

const panel = (
  { bins, title }: ReliabilityFigure["panels"][number],
  side: number,
  first: boolean,
  theme: Theme
): string => {
  const middle = { "text-anchor": "middle", fill: theme.muted }
  const end = { "text-anchor": "end", fill: theme.muted }
  const total = bins.reduce((sum, { decisions }) => sum + decisions, 0)
  return [
    label(0, -14, title, { size: 13, bold: true }),
    label(side, -14, counted(total, "decision"), { size: 11 }, end),
    ...ticks.map((p) => {
      const at = place(p) * side
      return (
        tag("line", { x1: 0, x2: side, y1: side - at, y2: side - at, stroke: theme.grid }) +
        tag("line", { x1: at, x2: at, y1: 0, y2: side, stroke: theme.grid }) +
        (first ? label(-6, side - at + 3.5, tickText(p), { size: 10 }, end) : "") +
        label(at, side + 15, tickText(p), { size: 10 }, middle)
      )
    }),
    tag("line", { x1: 0, x2: side, y1: side, y2: 0, stroke: theme.ink, "stroke-dasharray": "5 3" }),
    tag("rect", { width: side, height: side, fill: "none", stroke: theme.deadOutline }),
    ...bins.map((bin) => point(bin, side, theme)),
    moved(0, side + strip.gap, counts(bins, side, theme)),
    label(side / 2, side + strip.gap + strip.height + 16, "stated confidence", { size: 11 }, middle)
  ].join("")
}

/**
 * Stated confidence against the share that is right, one panel a reading, both axes logarithmic in what is missing to
 * 1: what lies above the dashed line is surer than it says, a square below it claims too much. Bars under a panel:
 * how many decisions, on a logarithmic scale. 960 units wide.
 */
export const reliabilityFigureSvg = ({ panels }: ReliabilityFigure, options: SvgOptions = {}): string => {
  const theme = themeOf(options)
  const several = Math.max(3, panels.length)
  const side = Math.floor((figureWidth - 2 * margin - gutter.left - (several - 1) * gutter.between) / several)
  const top = margin + 92
  const title = "Stated confidence and actual correctness"
  return figure(
    { width: figureWidth, height: top + side + strip.gap + strip.height + 24 + margin - 8 },
    title,
    theme,
    label(margin, margin + 16, title, { size: 18, bold: true }),
    label(
      margin,
      margin + 38,
      "share of labels that are right (95 % interval) by stated confidence · above the dashed line: more is right than stated",
      { size: 12 },
      { fill: theme.muted }
    ),
    label(
      margin,
      margin + 56,
      "square: surely less is right than stated · bars: number of decisions, logarithmic",
      { size: 12 },
      { fill: theme.muted }
    ),
    ...panels.map((one, i) =>
      moved(margin + gutter.left + i * (side + gutter.between), top, panel(one, side, i === 0, theme))
    )
  )
}
