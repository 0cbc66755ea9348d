import { type Analysis, type AxisLabel, metricKind, type StudyRow } from "@rulescope/study"
import type { Labels } from "@rulescope/study-report"

type Value = string | number | boolean | null

/** One column of the table. */
export interface Column {
  /** "run", "seed", "rule", "axis <label>" or "metric <name>". */
  readonly id: string
  readonly kind: "run" | "axis" | "seed" | "rule" | "metric"
  /** Label of the axis or name of the metric; empty else. */
  readonly name: string
  /** Numbers stand to the right. */
  readonly numeric: boolean
  readonly valueOf: (row: StudyRow) => Value
  /** How values of an axis are written. */
  readonly write?: (value: AxisLabel) => string
}

const metricColumn = (name: string): Column => ({
  id: `metric ${name}`,
  kind: "metric",
  name,
  numeric: !metricKind(name).success,
  valueOf: ({ metrics }) => metrics[name] ?? null
})

/** The columns of a study: what was set, what came out. */
export const columnsOf = ({ axes, rows, study }: Analysis, labels: Labels): ReadonlyArray<Column> => [
  { id: "run", kind: "run", name: "", numeric: true, valueOf: ({ run }) => run },
  ...axes.map(({ label, values }, a): Column => ({
    id: `axis ${label}`,
    kind: "axis",
    name: label,
    numeric: values.every((value) => typeof value === "number"),
    valueOf: ({ point }) => point[label] ?? null,
    write: (value) => labels(a, value)
  })),
  ...(rows.some(({ seed }) => seed !== rows[0]!.seed)
    ? [{ id: "seed", kind: "seed", name: "", numeric: true, valueOf: ({ seed }: StudyRow) => seed } as const]
    : []),
  { id: "rule", kind: "rule", name: "", numeric: false, valueOf: ({ error, rule }) => rule ?? error?.tag ?? null },
  ...[...new Set(study.metrics)].map(metricColumn)
]

const compare = (a: string | number | boolean, b: string | number | boolean): number => {
  if (typeof a === "number" && typeof b === "number") return a - b
  const [left, right] = [String(a), String(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Sorted by a column; rows without a value come last either way, equal ones stay in their order. */
export const sortRows = (
  rows: ReadonlyArray<StudyRow>,
  column: Column | undefined,
  descending: boolean
): ReadonlyArray<StudyRow> => {
  if (column === undefined) return rows
  const keyed = rows.map((row) => ({ row, value: column.valueOf(row) }))
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
    return descending ? compare(b.value, a.value) : compare(a.value, b.value)
  })
  return keyed.map(({ row }) => row)
}
