import type { StudyRow } from "../StudyRow.ts"
import type { Analysis } from "./columns.ts"

/** How far a study got. */
export interface Tally {
  readonly planned: number
  readonly done: number
  readonly failed: number
  /** Planned runs without a row. */
  readonly missing: number
  /** Errors by kind, the most frequent first, each with its rows. */
  readonly failures: ReadonlyArray<{ readonly tag: string; readonly rows: ReadonlyArray<StudyRow> }>
}

export const tally = ({ planned, rows }: Analysis): Tally => {
  const byTag = new Map<string, Array<StudyRow>>()
  for (const row of rows) {
    if (row.status !== "failed") continue
    const tag = row.error?.tag ?? "unknown"
    const of = byTag.get(tag) ?? []
    of.push(row)
    byTag.set(tag, of)
  }
  const failures = [...byTag].map(([tag, rows]) => ({ tag, rows })).sort((a, b) => b.rows.length - a.rows.length)
  const failed = failures.reduce((sum, { rows }) => sum + rows.length, 0)
  return { planned, done: rows.length - failed, failed, missing: Math.max(0, planned - rows.length), failures }
}
