import type { Analysis, StudyRow } from "@rulescope/study"
import { allAxes } from "../view/ViewState.ts"
import type { Column } from "./columns.ts"

/** Rows of the table that have something in common. */
export interface Group {
  readonly id: string
  /** Values of axes that all of them have, by label. */
  readonly point: StudyRow["point"]
  readonly rows: ReadonlyArray<StudyRow>
  readonly failed: number
  /** Mean by metric over the rows that have a value; null where none has. */
  readonly means: Readonly<Record<string, number | null>>
}

const meansOf = (rows: ReadonlyArray<StudyRow>, metrics: ReadonlyArray<string>): Group["means"] =>
  Object.fromEntries(
    metrics.map((name) => {
      let sum = 0
      let count = 0
      for (const { metrics: own } of rows) {
        const value = own[name] ?? null
        if (value === null) continue
        sum += value
        count++
      }
      return [name, count === 0 ? null : sum / count]
    })
  )

/** Gathers rows by an axis, or by all of them; groups in the order of the study unless a metric sorts them. */
export const groupRows = (
  analysis: Analysis,
  rows: ReadonlyArray<StudyRow>,
  by: string,
  sorted: { readonly column: Column; readonly descending: boolean } | undefined
): ReadonlyArray<Group> => {
  const axes = by === allAxes ? analysis.axes : analysis.axes.filter(({ label }) => label === by)
  const members = new Map<string, Array<StudyRow>>()
  for (const row of rows) {
    const id = axes.map(({ label }) => String(row.point[label])).join(", ")
    const known = members.get(id)
    if (known === undefined) members.set(id, [row])
    else known.push(row)
  }
  const { metrics } = analysis.study
  const places = axes.map(({ label, values }) => ({ label, at: new Map(values.map((value, v) => [value, v])) }))
  const groups = [...members].map(([id, of]) => {
    const { point } = of[0]!
    const place = places.reduce((sum, { at, label }) => sum * at.size + at.get(point[label]!)!, 0)
    return {
      id,
      place,
      point: Object.fromEntries(axes.map(({ label }) => [label, point[label]!])),
      rows: of,
      failed: of.filter(({ status }) => status === "failed").length,
      means: meansOf(of, metrics)
    }
  })
  const { column, descending = false } = sorted ?? {}
  if (column?.kind !== "metric") return groups.sort((a, b) => (descending ? b.place - a.place : a.place - b.place))
  const sign = descending ? -1 : 1
  return groups.sort((a, b) => {
    const [left, right] = [a.means[column.name] ?? null, b.means[column.name] ?? null]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * (left - right) || a.place - b.place
  })
}
