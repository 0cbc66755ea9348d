import type { Leader, StudySpec } from "@rulescope/study"
import { type TableCell, tableLines } from "../display/Table.ts"
import type { TerminalOptions } from "../display/Terminal.ts"

/** The best cells with the means of their runs, for a terminal. */
export const leaderLines = (
  { metrics }: StudySpec,
  cells: ReadonlyArray<Leader>,
  options: TerminalOptions
): ReadonlyArray<string> => {
  if (cells.length === 0) return []
  const axes = Object.keys(cells[0]!.point)
  const failed = cells.some((cell) => cell.failed > 0)
  const head = [...axes, "runs", ...(failed ? ["failed"] : []), ...metrics]
  const rows = cells.map((cell): ReadonlyArray<TableCell> => [
    ...axes.map((axis) => {
      const value = cell.point[axis]!
      return typeof value === "boolean" ? String(value) : value
    }),
    cell.done,
    ...(failed ? [cell.failed] : []),
    ...metrics.map((name) => cell.means[name] ?? null)
  ])
  return tableLines(head, rows, options)
}
