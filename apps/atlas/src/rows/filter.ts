import type { Analysis, StudyRow } from "@rulescope/study"
import type { Labels } from "@rulescope/study-report"
import type { ViewState } from "../view/ViewState.ts"

type Wanted = Pick<ViewState, "at" | "status" | "find">

/** One value of an axis to choose, with the rows that it would leave. */
interface FacetValue {
  readonly value: string
  /** The value as people read it. */
  readonly name: string
  readonly chosen: boolean
  /** Rows with this value that all other filters let through. */
  readonly rows: number
}

export interface Facet {
  readonly label: string
  readonly values: ReadonlyArray<FacetValue>
}

export interface Filtered {
  /** In the order of the study. */
  readonly rows: ReadonlyArray<StudyRow>
  readonly facets: ReadonlyArray<Facet>
  /** How many filters are set. */
  readonly active: number
}

const told = ({ error, rule, truth }: StudyRow): string =>
  `${rule ?? ""}\n${truth ?? ""}\n${error?.tag ?? ""}\n${error?.message ?? ""}`.toLowerCase()

/** The rows that a view wants, and how many each value of each axis would leave. One pass over all rows. */
export const filterRows = ({ axes, level, rows }: Analysis, labels: Labels, { at, find, status }: Wanted): Filtered => {
  const wanted = axes.map(({ label, values }) => {
    const chosen = at[label] ?? []
    const some = values.map((value) => chosen.includes(String(value)))
    return some.includes(true) ? some : null
  })
  const sought = find.trim().toLowerCase()
  const counts = axes.map(({ values }) => new Int32Array(values.length))
  const kept: Array<StudyRow> = []
  for (const [i, row] of rows.entries()) {
    if (status !== "" && row.status !== status) continue
    if (sought !== "" && !told(row).includes(sought)) continue
    // An axis counts the rows that fail at none but itself.
    let failing = -1
    let failures = 0
    for (let a = 0; a < axes.length && failures < 2; a++) {
      if (wanted[a] === null || wanted[a]![level[a]![i]!]) continue
      failing = a
      failures++
    }
    if (failures > 1) continue
    if (failures === 1) counts[failing]![level[failing]![i]!]!++
    else {
      for (let a = 0; a < axes.length; a++) counts[a]![level[a]![i]!]!++
      kept.push(row)
    }
  }
  return {
    rows: kept,
    facets: axes.map(({ label, values }, a) => ({
      label,
      values: values.map((value, v) => ({
        value: String(value),
        name: labels(a, value),
        chosen: wanted[a]?.[v] ?? false,
        rows: counts[a]![v]!
      }))
    })),
    active: wanted.filter((some) => some !== null).length + (status === "" ? 0 : 1) + (sought === "" ? 0 : 1)
  }
}
