import { type CounterEntry, type CounterFigure, type CounterPanel, type Share } from "../data/counterFigure.ts"
import type { CountScale } from "../data/countScale.ts"
import { compact, powerOfTen } from "../data/numbers.ts"
import { shareWord } from "../data/shareWord.ts"
import { columnsOf, padded, paddedLeft, type Style } from "./style.ts"

/** Columns of one panel: n, bar and number → dead, bar and number → live, read, truth, cross. */
export interface Columns {
  readonly count: number
  readonly bar: number
  readonly number: number
  readonly word: number
  readonly truth: boolean
}

export const gap = 2

/** The columns of a panel that is `width` wide; bars take what the rest leaves, at least 4 each. */
export const columnsFor = ({ panels }: CounterFigure, width: number): Columns => {
  const entries = panels.flatMap((panel) => panel.entries.map((entry) => ({ entry, centre: panel.centre })))
  const truth = entries.some(({ entry }) => entry.truth !== null)
  const count = Math.max(1, ...entries.map(({ entry }) => String(entry.live).length))
  const words = entries.flatMap(({ centre, entry }) =>
    [entry.read, ...(entry.truth === null ? [] : [entry.truth])].map((share) => shareWord(share, centre).length)
  )
  const word = Math.max(5, ...words)
  const number = Math.max(...entries.flatMap(({ entry }) => [entry.toDead, entry.toLive].map((n) => compact(n).length)))
  const rest = panelWidth({ bar: 0, count, number, word, truth })
  return { bar: Math.max(4, Math.floor((width - rest) / 2)), count, number, word, truth }
}

export const panelWidth = ({ bar, count, number, truth, word }: Columns): number =>
  count + 1 + 2 * (bar + 1 + number) + 2 * gap + word + (truth ? 1 + word + 2 : 0)

/** The place of a count in a bar's columns, null where nothing is to be marked. */
const columnAt = (count: number, scale: CountScale, bar: number): number | null =>
  count <= 0 ? null : Math.min(bar - 1, Math.floor(scale.place(count) * bar))

/** A bar with the thresholds that it does not cover. */
const bar = (
  ink: "live" | "dead",
  count: number,
  marks: ReadonlyArray<readonly [count: number, mark: string]>,
  scale: CountScale,
  { bar: columns }: Columns,
  style: Style
): string => {
  const filled = count <= 0 ? "" : style.bar(scale.place(count) * columns, columns)
  const rest = Array.from({ length: columns - columnsOf(filled) }, () => " ")
  for (const [at, mark] of marks) {
    const column = columnAt(at, scale, columns)
    if (column !== null && column >= columnsOf(filled)) rest[column - columnsOf(filled)] = mark
  }
  return style.paint(ink, filled) + style.paint("muted", rest.join(""))
}

const word = (share: Share, centre: 0 | 1, style: Style): string => {
  const text = shareWord(share, centre)
  const all = share.dead + share.live + share.open
  return style.paint(share.live === all ? "live" : share.dead === all ? "muted" : "strong", text)
}

/** One count: its bars, what was read, and what holds. */
export const counterLine = (
  entry: CounterEntry,
  { alpha, centre }: CounterPanel,
  scale: CountScale,
  columns: Columns,
  style: Style
): string => {
  const { live, needed, read, toDead, toLive, truth, wrong } = entry
  const marks = (needs: number | null) => [
    ...(alpha === null ? [] : [[alpha, style.alphaMark] as const]),
    ...(needs === null ? [] : [[needs, style.neededMark] as const])
  ]
  const number = (count: number): string => paddedLeft(compact(count), columns.number)
  const bars =
    toDead <= 0 && toLive <= 0
      ? style.paint("muted", padded("never seen", 2 * (columns.bar + 1 + columns.number) + gap))
      : [
          bar("dead", toDead, marks(needed.dead), scale, columns, style),
          " ",
          toDead > 0 ? number(toDead) : style.paint("muted", number(0)),
          " ".repeat(gap),
          bar("live", toLive, marks(needed.live), scale, columns, style),
          " ",
          toLive > 0 ? number(toLive) : style.paint("muted", number(0))
        ].join("")
  const verdict = columns.truth
    ? ` ${padded(truth === null ? "" : word(truth, centre, style), columns.word)} ${wrong > 0 ? style.paint("wrong", style.cross) : " "}`
    : ""
  return `${paddedLeft(String(live), columns.count)} ${bars}${" ".repeat(gap)}${padded(word(read, centre, style), columns.word)}${verdict}`
}

/** Where α stands, "1", and the largest decade that leaves α readable: what stands above the bars. */
export const axisLine = (alpha: number | null, scale: CountScale, columns: Columns, style: Style): string => {
  const cells = Array.from({ length: columns.bar }, () => " ")
  const write = (text: string, at: number): void => {
    for (const [i, char] of [...text].entries()) cells[at + i] = char
  }
  const mark = alpha === null ? null : columnAt(alpha, scale, columns.bar)
  if (mark !== null) write(style.ascii ? "a" : "α", mark)
  const clear = (from: number, to: number): boolean =>
    cells.slice(Math.max(0, from - 1), to + 1).every((char) => char === " ")
  const one = Math.floor(scale.place(1) * columns.bar)
  if (clear(one, one + 1)) write("1", one)
  const largest = scale.decades
    .filter((k) => k > 0)
    .map((k) => {
      const text = powerOfTen(k, style.ascii)
      const end = Math.min(columns.bar, Math.round(scale.place(10 ** k) * columns.bar))
      return { text, from: end - columnsOf(text), end }
    })
    .findLast(({ end, from }) => from > one + 1 && clear(from, end))
  if (largest !== undefined) write(largest.text, largest.from)
  return style.paint("muted", cells.join(""))
}
