import type { Analysis } from "@rulescope/study"
import type { Language } from "./words/words.ts"

/** So many runs stand in the report's own page, and on every page of their own when there are more. */
const runsOfPage = 2000

/** Cells that stand on one page. */
export interface RunPage {
  readonly cells: ReadonlyArray<number>
  readonly runs: number
}

/** Pages of runs, whole cells each; none where the report holds them all itself. */
export const runPagesOf = ({ cell, points, rows }: Analysis): ReadonlyArray<RunPage> => {
  if (rows.length <= runsOfPage) return []
  const sizes = new Int32Array(points.length)
  for (const place of cell) sizes[place]!++
  const pages: Array<{ cells: Array<number>; runs: number }> = []
  for (const [place, size] of sizes.entries()) {
    const last = pages.at(-1)
    if (last !== undefined && last.runs + size <= runsOfPage) {
      last.cells.push(place)
      last.runs += size
    } else pages.push({ cells: [place], runs: size })
  }
  return pages
}

export const runPageFile = (page: number, language: Language): string =>
  language === "en" ? `runs/${page + 1}.html` : `runs/${page + 1}.${language}.html`

/** The file that a cell stands in, "" for the report itself. */
export const fileOfCell = (pages: ReadonlyArray<RunPage>, language: Language): ((cell: number) => string) => {
  const files = pages.flatMap(({ cells }, page) => cells.map(() => runPageFile(page, language)))
  return (cell) => files[cell] ?? ""
}
