import type { FamilyBar, FamilyFigure } from "../data/familyFigure.ts"
import { counted, grouped } from "../data/numbers.ts"
import { figure, figureWidth, margin } from "./figure.ts"
import { box } from "./legend.ts"
import { moved, tag } from "./markup.ts"
import { label, textWidth } from "./text.ts"
import { type SvgOptions, type Theme, themeOf } from "./theme.ts"

const rowHeight = 44

const evidenceText = ({ deficit, logEvidence }: FamilyBar): string => {
  const nats = `log evidence ${grouped(Math.round(logEvidence * 10) / 10).replace("-", "−")} nats`
  return deficit === 0 ? `${nats}, the best` : `${nats}, ${grouped(Number(deficit.toPrecision(3)))} below the best`
}

const details = ({ classes, contradicted, observed }: FamilyBar): string =>
  `${observed} of ${counted(classes, "class", "classes")} seen, ${counted(contradicted, "cell")} contradicted`

const row = (bar: FamilyBar, indent: number, width: number, share: number, theme: Theme): string =>
  tag(
    "g",
    { class: "family", "data-family": bar.id },
    label(indent - 10, 18, bar.title, { size: 12, bold: bar.chosen }, { "text-anchor": "end" }),
    bar.chosen ? label(indent - 10, 33, "chosen", { size: 11 }, { "text-anchor": "end", fill: theme.muted }) : "",
    share === 0
      ? tag("line", { x1: indent, x2: indent, y1: 6, y2: 24, stroke: theme.ink, "stroke-width": 3 })
      : box("dead", { x: indent, y: 7, width: width * share, height: 16 }, theme),
    label(
      indent + (share === 0 ? 10 : 0),
      share === 0 ? 19 : 38,
      `${evidenceText(bar)} · ${details(bar)}`,
      { size: 11 },
      { fill: theme.muted }
    )
  )

/**
 * The families by their log evidence: the longer a bar, the further below the best, on a logarithmic axis that
 * begins at 0 (log(1 + nats)). 960 units wide.
 */
export const familyFigureSvg = (data: FamilyFigure, options: SvgOptions = {}): string => {
  const theme = themeOf(options)
  const indent = Math.max(60, ...data.bars.map(({ title }) => textWidth(title, { size: 12, bold: true }))) + 12
  const width = figureWidth - 2 * margin - indent
  const longest = Math.max(Math.log1p(1), ...data.bars.map(({ deficit }) => Math.log1p(deficit)))
  const top = margin + 54
  return figure(
    { width: figureWidth, height: Math.ceil(top + data.bars.length * rowHeight + margin - 8) },
    "Rule families by evidence",
    theme,
    label(margin, margin + 16, "Rule families by evidence", { size: 18, bold: true }),
    label(
      margin,
      margin + 36,
      `chosen by: ${data.criterion} · bars: how far the log evidence lies below the best, logarithmic`,
      { size: 12 },
      { fill: theme.muted }
    ),
    ...data.bars.map((bar, i) =>
      moved(margin, top + i * rowHeight, row(bar, indent, width, Math.log1p(bar.deficit) / longest, theme))
    )
  )
}
