import type { StudyRow } from "@rulescope/study"
import { metricKind } from "@rulescope/study"
import type { Column } from "../rows/columns.ts"
import { metricText } from "../rows/numbers.ts"

/** How columns are written in the language of the page. */
export interface ColumnText {
  readonly heading: (column: Column) => string
  readonly cell: (column: Column, row: StudyRow) => string
  /** Why a run failed. */
  readonly error: (error: NonNullable<StudyRow["error"]>) => string
  /** Mean of a metric. */
  readonly mean: (name: string, value: number | null) => string
}

interface Words {
  readonly run: string
  readonly seed: string
  readonly rule: string
  readonly open: string
  readonly yes: string
  readonly no: string
  readonly metric: (name: string) => string
  readonly error: (error: NonNullable<StudyRow["error"]>) => string
}

export const columnTextOf = (words: Words): ColumnText => ({
  heading: ({ kind, name }) => {
    if (kind === "axis") return name
    return kind === "metric" ? words.metric(name) : words[kind]
  },
  cell: ({ kind, name, valueOf, write = String }, row) => {
    const value = valueOf(row)
    if (kind === "rule" && row.status === "done") return row.rule ?? words.open
    if (value === null) return ""
    if (kind !== "metric") return write(value)
    if (metricKind(name).success) return value === 1 ? words.yes : words.no
    return metricText(name, value as number)
  },
  error: words.error,
  mean: (name, value) => (value === null ? "" : metricText(name, value))
})

/** Characters that a wide one, such as a Chinese one, takes the place of. */
const wide = /[\u2e80-\uffef]/gu

const lengthOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0) * 0.9

/** Width of every column in characters: its longest text, within reason. Measured once, so that nothing jumps. */
export const widthsOf = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<StudyRow>,
  text: ColumnText
): ReadonlyArray<number> =>
  columns.map((column) => {
    let longest = 0
    for (const row of rows) {
      const { length } = text.cell(column, row)
      if (length > longest) longest = length
    }
    const heading = Math.min(lengthOf(text.heading(column)), 20)
    return Math.round(Math.min(28, Math.max(longest, heading + 2))) + 3
  })
