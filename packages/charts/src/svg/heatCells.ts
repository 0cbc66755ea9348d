import type { HeatCell, HeatMap } from "../data/studyFigures.ts"
import { cividis } from "./cividis.ts"
import { hatched } from "./figure.ts"
import type { HeatGrid } from "./heatGrid.ts"
import { escaped, length, tag } from "./markup.ts"
import { label, textWidth } from "./text.ts"
import type { Theme } from "./theme.ts"

const cellFont = { size: 11 }

/** The corner that marks a cell with too few seeds. */
export const corner = (right: number, top: number, ink: string): string =>
  tag("path", { class: "few", d: `M${length(right - 8)} ${length(top)}h8v8z`, fill: ink })

/** A cell with its number as far as it fits, its tooltip and its link. */
export const heatCell = (
  cell: HeatCell,
  { cell: size }: HeatGrid,
  place: (value: number) => number,
  marked: boolean,
  theme: Theme
): string => {
  const box = { x: 0.5, y: 0.5, width: size.width - 1, height: size.height - 1 }
  const colours = cell.value === null ? null : cividis(place(cell.value))
  const shown = colours !== null && textWidth(cell.text, cellFont) <= size.width - 4 && size.height >= 14
  const middle = { "text-anchor": "middle", fill: colours?.onFill }
  const content = [
    tag("title", {}, escaped(cell.title)),
    tag("rect", { ...box, fill: colours?.fill ?? hatched(theme), stroke: theme.deadOutline, "stroke-width": 0.5 }),
    shown ? label(size.width / 2, size.height / 2 + 4, cell.text, cellFont, middle) : "",
    marked && cell.few && colours !== null ? corner(size.width - 1, 1, colours.onFill) : ""
  ]
  const named = { class: "heat", "data-value": cell.value === null ? undefined : String(cell.value) }
  return cell.href === undefined ? tag("g", named, ...content) : tag("a", { ...named, href: cell.href }, ...content)
}

/** All cells as areas, one for each of 64 colours, and a dot in those with too few seeds where they are marked. */
export const heatAreas = (
  { across, cells }: HeatMap,
  { cell: size }: HeatGrid,
  place: (value: number) => number,
  marked: boolean,
  theme: Theme
): string => {
  const columns = across.labels.length
  const areas = new Map<string, string>()
  const dots = new Map<string, string>()
  const add = (to: Map<string, string>, fill: string, cell: number, wide: number, tall: number): void => {
    const x = (cell % columns) * size.width + (size.width - wide) / 2
    const y = Math.floor(cell / columns) * size.height + (size.height - tall) / 2
    const area = `M${length(x)} ${length(y)}h${length(wide)}v${length(tall)}h${length(-wide)}z`
    to.set(fill, (to.get(fill) ?? "") + area)
  }
  for (const [i, { few, value }] of cells.entries()) {
    const colours = value === null ? null : cividis(Math.round(63 * place(value)) / 63)
    add(areas, colours?.fill ?? hatched(theme), i, size.width, size.height)
    if (few && marked && colours !== null) add(dots, colours.onFill, i, 2, 2)
  }
  return [...areas, ...dots].map(([fill, d]) => tag("path", { class: "area", d, fill })).join("")
}
