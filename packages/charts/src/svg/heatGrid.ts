import type { HeatMap } from "../data/studyFigures.ts"
import { levelMargin, levelWidth } from "./levels.ts"
import { textWidth } from "./text.ts"

export const nameFont = { size: 11 }

/** Maps of more cells than this are drawn as areas of one colour, without numbers, tooltips and links. */
const manyCells = 2000
const widestFigure = 1200

/** Where the cells of a map lie. */
export interface HeatGrid {
  readonly dense: boolean
  /** Room for the names of the rows. */
  readonly indent: number
  readonly cell: { readonly width: number; readonly height: number }
  /** Whether names of columns stand upright, and the room that they take. */
  readonly upright: boolean
  readonly names: number
  /** Of the whole figure. */
  readonly width: number
}

/** Cells wide enough for their numbers; the figure grows beyond 480 units for that, up to 1200. */
export const heatGrid = ({ across, cells, down }: HeatMap): HeatGrid => {
  const widest = (texts: ReadonlyArray<string>): number => Math.max(...texts.map((text) => textWidth(text, nameFont)))
  const dense = cells.length > manyCells
  const indent = Math.min(140, widest(down.labels)) + 8
  const columns = across.labels.length
  const wanted = dense ? 6 : Math.max(28, widest(cells.map(({ text }) => text)) + 10)
  const room = levelWidth - 2 * levelMargin - indent
  const most = (widestFigure - 2 * levelMargin - indent) / columns
  const width = Math.max(4, Math.min(Math.max(wanted, room / columns), most, 120))
  const upright = widest(across.labels) > width - 4
  return {
    dense,
    indent,
    cell: { width, height: dense ? Math.min(12, width) : Math.min(30, Math.max(12, width)) },
    upright,
    names: upright ? Math.min(110, widest(across.labels)) + 6 : 16,
    width: Math.max(levelWidth, indent + columns * width + 2 * levelMargin)
  }
}
