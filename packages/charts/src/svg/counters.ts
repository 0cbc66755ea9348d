import type { CounterEntry, CounterFigure, CounterPanel } from "../data/counterFigure.ts"
import { type CountScale, countScale } from "../data/countScale.ts"
import { grouped } from "../data/numbers.ts"
import type { RunWords } from "../data/runWords.ts"
import { shareWord } from "../data/shareWord.ts"
import { counterPlot, gutter, plotFoot, plotWidth } from "./counterPlot.ts"
import { figure, figureWidth, margin } from "./figure.ts"
import { header, plainTitle } from "./header.ts"
import { box, legend, type Mark } from "./legend.ts"
import { moved, tag } from "./markup.ts"
import { readingRow } from "./readings.ts"
import { label, textWidth } from "./text.ts"
import { type SvgOptions, type Theme, themeOf } from "./theme.ts"

const rowHeight = 22

const entriesOf = ({ panels }: CounterFigure): ReadonlyArray<CounterEntry> => panels.flatMap(({ entries }) => entries)

/** Every count that has to lie on the axis. */
const plotted = (data: CounterFigure): ReadonlyArray<number> => [
  ...data.panels.map(({ alpha }) => alpha ?? 0),
  ...entriesOf(data).flatMap((entry) => [entry.toDead, entry.toLive, entry.needed.dead ?? 0, entry.needed.live ?? 0])
]

const panelTitle = ({ alpha, centre }: CounterPanel, words: RunWords, theme: Theme): string => {
  const [state, question] = words.counters.panels[centre]
  const bold = { size: 13, bold: true }
  return (
    label(-8, 0, words.counters.cells, { size: 10 }, { "text-anchor": "end", fill: theme.muted }) +
    label(0, 0, state, bold) +
    label(textWidth(state, bold) + 8, 0, question, { size: 13 }, { fill: theme.muted }) +
    (alpha === null ? "" : label(plotWidth, 0, `α = ${grouped(alpha)}`, { size: 12 }, { "text-anchor": "end" }))
  )
}

/** Frames and crosses where the two rows disagree. */
const disagreements = ({ entries }: CounterPanel, slot: number, theme: Theme): ReadonlyArray<string> =>
  entries.map(({ wrong }, i) => {
    if (wrong === 0) return ""
    const frame = { x: i * slot + 1, y: -2, width: slot - 2, height: 2 * rowHeight + 8 }
    const centred = { "text-anchor": "middle", fill: theme.wrong }
    const cross = label((i + 0.5) * slot, 2 * rowHeight + 20, "✗", { size: 13, bold: true }, centred)
    return box("wrong", frame, theme) + (slot < 14 ? "" : cross)
  })

const drawPanel = (panel: CounterPanel, { words }: CounterFigure, scale: CountScale, theme: Theme): string => {
  const slot = plotWidth / panel.entries.length
  const hasTruth = panel.entries.some(({ truth }) => truth !== null)
  return tag(
    "g",
    { class: panel.centre === 0 ? "panel dead" : "panel live" },
    panelTitle(panel, words, theme),
    moved(0, 18, counterPlot(panel, scale, words, theme)),
    moved(
      0,
      18 + plotFoot,
      readingRow("read", panel, slot, rowHeight, words, theme),
      hasTruth ? moved(0, rowHeight + 4, readingRow("truth", panel, slot, rowHeight, words, theme)) : "",
      ...disagreements(panel, slot, theme)
    )
  )
}

const meanings = (data: CounterFigure): ReadonlyArray<readonly [Mark, string]> => {
  const [dead] = data.panels
  const all = entriesOf(data)
  const { counters, differs, undetermined } = data.words
  const [toDead, toLive] = counters.counted[data.counted]
  const entries: Array<readonly [Mark, string]> = [
    ["dead", toDead],
    ["live", toLive]
  ]
  if (dead.alpha !== null) entries.push(["alpha", counters.alpha(data.summed)])
  if (all.some(({ needed }) => needed.dead !== null || needed.live !== null)) entries.push(["needed", counters.needed])
  if (all.some(({ read }) => read.open > 0)) entries.push(["open", undetermined])
  if (all.some(({ read }) => shareWord(read, 0).includes("/"))) entries.push(["mixed", counters.mixed])
  if (all.some(({ wrong }) => wrong > 0)) entries.push(["wrong", differs])
  return entries
}

/**
 * The report's figure 1 as SVG, 960 units wide: the counters of dead cells and of live cells by neighbour
 * count on a logarithmic axis with a place for zero, the thresholds, and below what was read beside the truth.
 */
export const counterFigureSvg = (data: CounterFigure, options: SvgOptions = {}): string => {
  const theme = themeOf(options)
  const top = header(data.headline, data.words, theme)
  const key = legend(meanings(data), theme)
  const scale = countScale(plotted(data), 0.08)
  const panelsAt = top.height + 14 + key.height + 30
  const all = entriesOf(data)
  const rows = all.some(({ truth }) => truth !== null) ? 2 : 1
  const wrong = all.some(({ wrong }) => wrong > 0) ? 18 : 0
  const height = Math.ceil(panelsAt + 18 + plotFoot + rows * (rowHeight + 4) + wrong + margin)
  const second = margin + gutter.left + plotWidth + gutter.right + gutter.between + gutter.left
  return figure(
    { width: figureWidth, height },
    data.words.counters.title(plainTitle(data.headline, data.words)),
    theme,
    top.markup,
    moved(0, top.height + 14, key.markup),
    moved(margin + gutter.left, panelsAt, drawPanel(data.panels[0], data, scale, theme)),
    moved(second, panelsAt, drawPanel(data.panels[1], data, scale, theme))
  )
}
