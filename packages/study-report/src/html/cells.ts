import { escaped, link, section } from "./markup.ts"
import type { Report } from "./report.ts"

/** Neighbouring cells as one link to the first of them. */
const ranges = (cells: ReadonlyArray<number>, { anchors }: Report): string => {
  const found: Array<[first: number, last: number]> = []
  for (const cell of cells) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === cell - 1) last[1] = cell
    else found.push([cell, cell])
  }
  return found
    .map(([first, last]) => link(anchors.cell(first), first === last ? String(first + 1) : `${first + 1}–${last + 1}`))
    .join(" ")
}

/** "inferrer = likelihood, noise = 0.1". */
export const pointText = ({ analysis, labels, words }: Report, cell: number): string =>
  analysis.axes.map(({ label }, a) => words.ofCells(label, labels(a, analysis.points[cell]![label]!))).join(", ")

/** The cells behind every number that is of more than one. */
export const partsSection = (report: Report): string => {
  const { analysis, anchors, labels, words } = report
  if (anchors.parts.length === 0) return ""
  const items = anchors.parts.map(({ cells, id, of }) => {
    const name = of
      .map(([a, v]) => words.ofCells(analysis.axes[a]!.label, labels(a, analysis.axes[a]!.values[v]!)))
      .join(", ")
    return `<li id="${id}">${escaped(name)}: ${ranges(cells, report)}</li>`
  })
  return section(
    "parts",
    words.whichCells,
    `<p class="quiet">${escaped(words.whichCellsText)}</p><ul class="parts">${items.join("")}</ul>`
  )
}
