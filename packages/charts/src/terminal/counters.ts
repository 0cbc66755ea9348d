import type { CounterFigure, CounterPanel } from "../data/counterFigure.ts"
import { type CountScale, countScale } from "../data/countScale.ts"
import { grouped } from "../data/numbers.ts"
import { shareWord } from "../data/shareWord.ts"
import { axisLine, type Columns, columnsFor, counterLine, gap, panelWidth } from "./counterLines.ts"
import { heading } from "./heading.ts"
import { columnsOf, joined, padded, paddedLeft, type Style, styleOf, type TerminalOptions } from "./style.ts"

/** Two panels beside each other from here on, with this much between them. */
const wide = 104
const between = 3

const drawPanel = (
  panel: CounterPanel,
  { counted }: CounterFigure,
  scale: CountScale,
  columns: Columns,
  style: Style
): ReadonlyArray<string> => {
  const { alpha, centre, entries } = panel
  const [state, question] = centre === 0 ? ["Dead cells", ": are they born?"] : ["Live cells", ": do they survive?"]
  const thresholds = alpha === null ? "" : `   ${style.alpha} = ${grouped(alpha)}`
  const title = columnsOf(state + question + thresholds) <= panelWidth(columns) ? state + question : state
  const column = columns.bar + 1 + columns.number
  const head = (state: string): string => {
    const long = `${style.arrow} ${state} (${counted})`
    return padded(columnsOf(long) <= column ? long : `${style.arrow} ${state}`, column)
  }
  const names = [
    paddedLeft("n", columns.count),
    " ",
    head("dead"),
    " ".repeat(gap),
    head("live"),
    " ".repeat(gap),
    padded("read", columns.word),
    columns.truth ? " truth" : ""
  ].join("")
  const scaleLine = axisLine(alpha, scale, columns, style)
  const blank = " ".repeat(columns.count + 1)
  return [
    `${style.paint("strong", title)}${style.paint("muted", thresholds)}`,
    style.paint("muted", names),
    `${blank}${scaleLine}${" ".repeat(1 + columns.number + gap)}${scaleLine}`,
    ...entries.map((entry) => counterLine(entry, panel, scale, columns, style))
  ]
}

const legend = (data: CounterFigure, style: Style): ReadonlyArray<string> => {
  const parts: Array<string> = []
  if (data.panels.some(({ alpha }) => alpha !== null && alpha > 0)) {
    parts.push(`${style.alphaMark} ${style.alpha}: dead + live ${data.summed ? "of a class " : ""}must exceed it`)
  }
  if (data.panels.some(({ entries }) => entries.some(({ needed }) => needed.dead !== null || needed.live !== null))) {
    parts.push(`${style.neededMark} the bar must exceed it`)
  }
  const shares = data.panels.flatMap(({ entries }) => entries.map(({ read }) => shareWord(read, 0)))
  if (shares.includes("?")) parts.push("? undetermined")
  if (shares.some((word) => word.includes("/"))) parts.push("n/m: n of m classes live")
  return joined(parts, "   ", style.width).map((text) => style.paint("muted", text))
}

/**
 * The report's figure 1 for a terminal: bars on a logarithmic scale on which one is short and zero is none, with
 * the thresholds where the bars do not cover them, and in the last columns what was read and what holds.
 * The two panels stand beside each other from 104 columns on. No line is longer than `width`.
 */
export const terminalCounterFigure = (data: CounterFigure, options: TerminalOptions = {}): string => {
  const style = styleOf(options)
  const beside = style.width >= wide
  const columns = columnsFor(data, beside ? Math.floor((style.width - between) / 2) : style.width)
  const counts = data.panels.flatMap(({ alpha, entries }) => [
    alpha ?? 0,
    ...entries.flatMap(({ toDead, toLive }) => [toDead, toLive])
  ])
  const scale = countScale(counts, 0.1)
  const [dead, live] = data.panels.map((panel) => drawPanel(panel, data, scale, columns, style)) as [
    ReadonlyArray<string>,
    ReadonlyArray<string>
  ]
  const half = Math.floor((style.width - between) / 2)
  const panels = beside
    ? Array.from(
        { length: Math.max(dead.length, live.length) },
        (_, i) => `${padded(dead[i] ?? "", half)}${" ".repeat(between)}${live[i] ?? ""}`
      )
    : [...dead, "", ...live]
  return [...heading(data.headline, style), "", ...panels, "", ...legend(data, style)]
    .map((text) => text.trimEnd())
    .join("\n")
    .trimEnd()
}
