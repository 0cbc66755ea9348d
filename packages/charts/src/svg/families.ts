import type { FamilyBar, FamilyFigure } from "../data/familyFigure.ts"
import { grouped } from "../data/numbers.ts"
import type { RunWords } from "../data/runWords.ts"
import { figure, figureWidth, margin } from "./figure.ts"
import { box } from "./legend.ts"
import { moved, tag } from "./markup.ts"
import { label, textWidth } from "./text.ts"
import { type SvgOptions, type Theme, themeOf } from "./theme.ts"

const rowHeight = 44

const evidenceText = ({ deficit, logEvidence }: FamilyBar, { families }: RunWords): string =>
  families.evidence(
    grouped(Math.round(logEvidence * 10) / 10).replace("-", "−"),
    deficit === 0 ? null : grouped(Number(deficit.toPrecision(3)))
  )

const row = (bar: FamilyBar, indent: number, width: number, share: number, words: RunWords, theme: Theme): string =>
  tag(
    "g",
    { class: "family", "data-family": bar.id },
    label(indent - 10, 18, bar.title, { size: 12, bold: bar.chosen }, { "text-anchor": "end" }),
    bar.chosen
      ? label(indent - 10, 33, words.families.chosen, { size: 11 }, { "text-anchor": "end", fill: theme.muted })
      : "",
    share === 0
      ? tag("line", { x1: indent, x2: indent, y1: 6, y2: 24, stroke: theme.ink, "stroke-width": 3 })
      : box("dead", { x: indent, y: 7, width: width * share, height: 16 }, theme),
    label(
      indent + (share === 0 ? 10 : 0),
      share === 0 ? 19 : 38,
      `${evidenceText(bar, words)} · ${words.families.details(bar.observed, bar.classes, bar.contradicted)}`,
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
    data.words.families.title,
    theme,
    label(margin, margin + 16, data.words.families.title, { size: 18, bold: true }),
    label(margin, margin + 36, data.words.families.note(data.criterion), { size: 12 }, { fill: theme.muted }),
    ...data.bars.map((bar, i) =>
      moved(margin, top + i * rowHeight, row(bar, indent, width, Math.log1p(bar.deficit) / longest, data.words, theme))
    )
  )
}
