import { unobserved } from "@rulescope/lattice"
import { counted, grouped } from "../data/numbers.ts"
import type { World } from "../data/world.ts"
import { figure, margin } from "./figure.ts"
import { moved, tag } from "./markup.ts"
import { stateFill } from "./states.ts"
import { fitted, label, textWidth } from "./text.ts"
import { type SvgOptions, type Theme, themeOf } from "./theme.ts"

export interface WorldOptions extends SvgOptions {
  /** Stands above the picture; default none. */
  readonly title?: string
  /** Side of a cell in user units, > 0; default as large as keeps a picture within 288, at most 16. */
  readonly cellSize?: number
}

/** Cells of one value as a path of rectangles, equal neighbours in a row merged; one unit per cell. */
const runs = (values: Uint8Array, width: number, value: number): string => {
  let d = ""
  for (let start = 0; start < values.length; start++) {
    if (values[start] !== value) continue
    const rowEnd = start - (start % width) + width
    let end = start
    while (end < rowEnd && values[end] === value) end++
    d += `M${start % width} ${Math.floor(start / width)}h${end - start}v1H${start % width}z`
    start = end - 1
  }
  return d
}

/** Every value but 0, which is the ground, in ascending order. */
const layers = (world: World, fill: (value: number) => string): string =>
  [...new Set(world.cells)]
    .sort((a, b) => a - b)
    .filter((value) => value !== 0)
    .map((value) =>
      tag("path", { class: `state-${value}`, d: runs(world.cells, world.width, value), fill: fill(value) })
    )
    .join("")

const defaultSize = ({ height, width }: World): number => {
  const fitting = 288 / Math.max(width, height)
  return fitting >= 1 ? Math.min(16, Math.floor(fitting)) : fitting
}

const picture = (world: World, size: number, fill: (value: number) => string, theme: Theme): string => {
  const ground = { width: world.width * size, height: world.height * size, fill: theme.dead }
  // The hatching belongs to the page, not to the cells: it is drawn unscaled.
  const hatchedCells = world.cells.includes(unobserved)
    ? tag("path", {
        class: "unobserved",
        d: runs(world.cells, world.width, unobserved).replaceAll(/\d+/g, (n) =>
          String(Math.round(Number(n) * size * 100) / 100)
        ),
        fill: stateFill(unobserved, theme)
      })
    : ""
  const seen = { ...world, cells: world.cells.map((cell) => (cell === unobserved ? 0 : cell)) }
  return (
    tag("rect", ground) +
    tag("g", { transform: `scale(${size})`, "shape-rendering": "crispEdges" }, layers(seen, fill)) +
    hatchedCells +
    tag("rect", { ...ground, fill: "none", stroke: theme.deadOutline, "stroke-width": 1 })
  )
}

/** A frame as SVG: dead light, live filled, further states in colours of their own, unobserved hatched. */
export const worldSvg = (world: World, options: WorldOptions = {}): string => {
  const theme = themeOf(options)
  const size = options.cellSize ?? defaultSize(world)
  const width = Math.max(world.width * size, 120) + 2 * margin
  const above = options.title === undefined ? 0 : 22
  const title = options.title ?? "World"
  const font = { size: 12, bold: true }
  return figure(
    { width: Math.ceil(width), height: Math.ceil(world.height * size + 2 * margin + above) },
    title,
    theme,
    above === 0 ? "" : label(margin, margin + 10, fitted(title, font, width - 2 * margin), font),
    moved(
      margin,
      margin + above,
      picture(world, size, (value) => stateFill(value, theme), theme)
    )
  )
}

/** Where two frames differ: 0 equal, 1 different, 255 one of them not known. */
const difference = (recorded: World, replayed: World): World => ({
  ...recorded,
  cells: recorded.cells.map((cell, i) => {
    const other = replayed.cells[i]!
    if (cell === unobserved || other === unobserved) return unobserved
    return cell === other ? 0 : 1
  })
})

export interface Comparison {
  readonly recorded: World
  /** Of the same width and height. */
  readonly replayed: World
}

/** Recorded, replayed and their difference side by side. */
export const comparisonSvg = ({ recorded, replayed }: Comparison, options: WorldOptions = {}): string => {
  if (recorded.width !== replayed.width || recorded.height !== replayed.height) {
    throw new Error(
      `a ${recorded.width}×${recorded.height} frame cannot be compared with one of ${replayed.width}×${replayed.height}`
    )
  }
  const theme = themeOf(options)
  const size = options.cellSize ?? defaultSize(recorded)
  const differing = difference(recorded, replayed)
  const wrong = differing.cells.reduce((sum, cell) => sum + (cell === 1 ? 1 : 0), 0)
  const known = differing.cells.reduce((sum, cell) => sum + (cell === unobserved ? 0 : 1), 0)
  const said = wrong === 0 ? "no cell differs" : `${counted(wrong, "cell")} of ${grouped(known)} differ`
  const column = Math.max(recorded.width * size, textWidth(said, { size: 12, bold: true })) + margin
  const above = options.title === undefined ? 0 : 26
  const height = recorded.height * size + 2 * margin + 22 + above
  const state = (value: number): string => stateFill(value, theme)
  const pictures = [
    ["recorded", recorded, state],
    ["replayed", replayed, state],
    [said, differing, () => theme.wrong]
  ] as const
  const width = Math.ceil(3 * column + margin)
  return figure(
    { width, height: Math.ceil(height) },
    options.title ?? `Recorded and replayed: ${said}`,
    theme,
    options.title === undefined
      ? ""
      : label(margin, margin + 12, fitted(options.title, { size: 15, bold: true }, width - 2 * margin), {
          size: 15,
          bold: true
        }),
    ...pictures.map(([name, world, fill], i) =>
      moved(
        margin + i * column,
        margin + above,
        label(0, 10, name, { size: 12, bold: true }, i === 2 && wrong > 0 ? { fill: theme.wrong } : {}),
        moved(0, 22, picture(world, size, fill, theme))
      )
    )
  )
}
