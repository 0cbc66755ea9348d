import type { Clusters } from "../cells/colours.ts"
import { hasGridLines, lineBeyond, type Side } from "./frame.ts"
import type { Axis, Grid, Samples } from "./lattice.ts"
import type { Still } from "./motion.ts"

/** Cells of a larger grid: columns `left` to `right` and rows `top` to `bottom`, right and bottom not included. */
export interface Window {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What is known of the cells of a larger grid, each as [y * width + x]. */
interface Known {
  readonly width: number
  readonly height: number
  /** Not a cell: of several colours, or of one that no cell has. */
  readonly strange: (at: number) => boolean
  /** Index of its colour, or -1 where it changes. */
  readonly still: (at: number) => number
  /** Index of the commonest colour. */
  readonly ground: number
}

/** Share of strange cells in a row or column that still belongs to the world. */
const mostStrange = 0.02

/** Share of the cells below which a colour is not one of theirs. */
const foreign = 0.0005

/** The row or column beside a window, as indices. */
const stripBeside = (
  side: Side,
  { bottom, left, right, top }: Window,
  { height, width }: Known
): ReadonlyArray<number> | null => {
  const across = side === "top" || side === "bottom"
  const at = side === "left" ? left - 1 : side === "right" ? right : side === "top" ? top - 1 : bottom
  if (at < 0 || at >= (across ? height : width)) return null
  return across
    ? Array.from({ length: right - left }, (_, i) => at * width + left + i)
    : Array.from({ length: bottom - top }, (_, i) => (top + i) * width + at)
}

const grown = (side: Side, window: Window, by: number): Window => ({
  ...window,
  [side]: window[side] + (side === "left" || side === "top" ? -by : by)
})

/** One colour that never changes. */
const isBlank = (strip: ReadonlyArray<number>, { still }: Known): boolean => {
  const first = still(strip[0]!)
  return first >= 0 && strip.every((at) => still(at) === first)
}

/** Nearly all of it stays and is not of the ground: a title bar, say. */
const isBar = (strip: ReadonlyArray<number>, { ground, still }: Known): boolean =>
  strip.filter((at) => still(at) !== -1 && still(at) !== ground).length >= 0.9 * strip.length

const isStrange = (strip: ReadonlyArray<number>, { strange }: Known): boolean =>
  strip.filter(strange).length > mostStrange * strip.length

/** What lies beyond a side. */
interface Beyond {
  /** Rows or columns up to the last one in which something shows. */
  readonly reach: number
  /** Blank ones after these. */
  readonly blank: number
  /** What ends them: a line or a bar around the world, other things, or the edge of the picture. */
  readonly end: "line" | "strange" | "edge"
}

const beyond = (side: Side, window: Window, known: Known, line: number): Beyond => {
  let [reach, seen] = [0, 0]
  for (let wider = window; seen < line; wider = grown(side, wider, 1), seen++) {
    const strip = stripBeside(side, wider, known)
    if (strip === null) return { reach, blank: seen - reach, end: "edge" }
    if (isStrange(strip, known)) return { reach, blank: seen - reach, end: "strange" }
    if (isBar(strip, known)) return { reach, blank: seen - reach, end: "line" }
    if (!isBlank(strip, known)) reach = seen + 1
  }
  return { reach, blank: seen - reach, end: "line" }
}

/** Cells from a side to the line beyond it, infinitely many without one. */
const cellsToLine = (
  side: Side,
  { bottom, left, right, top }: Window,
  { x, y }: Grid,
  ground: number,
  still: Still
): number => {
  const pixel = (axis: Axis, k: number): number => Math.round(axis.origin + k * axis.pitch)
  const box = { left: pixel(x, left), right: pixel(x, right), top: pixel(y, top), bottom: pixel(y, bottom) }
  const { pitch } = side === "left" || side === "right" ? x : y
  const pixels = hasGridLines(side, box, ground, still) ? null : lineBeyond(side, box, ground, still)
  return pixels === null ? Number.POSITIVE_INFINITY : Math.round(pixels / pitch)
}

/** Of rows or columns, the stretch between strange ones in which most happens, without blank ends. */
const busiest = (strips: ReadonlyArray<ReadonlyArray<number>>, known: Known): readonly [from: number, to: number] => {
  let best: readonly [number, number] = [0, strips.length]
  let most = -1
  for (let from = 0; from < strips.length; from++) {
    let [to, changing] = [from, 0]
    while (to < strips.length && !isStrange(strips[to]!, known) && !isBar(strips[to]!, known)) {
      changing += strips[to]!.filter((at) => known.still(at) === -1).length
      to++
    }
    if (changing > most && to > from) [best, most] = [[from, to], changing]
    from = to
  }
  let [from, to] = best
  while (to - from > 1 && isBlank(strips[from]!, known)) from++
  while (to - from > 1 && isBlank(strips[to - 1]!, known)) to--
  return [from, to]
}

/** The rows of a window, then the columns of these, in which most happens. */
const trimmed = (window: Window, known: Known): Window => {
  const rows = Array.from({ length: window.bottom - window.top }, (_, i) =>
    stripBeside("bottom", { ...window, bottom: window.top + i }, known)!
  )
  const [top, bottom] = busiest(rows, known)
  const high = { ...window, top: window.top + top, bottom: window.top + bottom }
  const columns = Array.from({ length: window.right - window.left }, (_, i) =>
    stripBeside("right", { ...high, right: window.left + i }, known)!
  )
  const [left, right] = busiest(columns, known)
  return { ...high, left: window.left + left, right: window.left + right }
}

/** The part of a window with the cells: without titles and counters, which change too. */
const withoutTitles = (active: Window, known: Known): Window => trimmed(trimmed(active, known), known)

/** Whether whole cells fill a picture of `size` pixels from edge to edge. */
const fills = ({ cells, line, origin, pitch }: Axis, size: number): boolean =>
  Math.abs(origin) <= 0.5 + line && Math.abs(size - origin - cells * pitch) <= 0.5 + line

/** Whether the outermost cells of a window change about as often as those inside: a soup that ends there. */
const isFull = (activity: (at: number) => boolean, { bottom, left, right, top }: Window, width: number): boolean => {
  const share = (x0: number, y0: number, x1: number, y1: number): number => {
    let active = 0
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (activity(y * width + x)) active++
    return active / ((x1 - x0) * (y1 - y0))
  }
  const inside = share(left, top, right, bottom)
  const edges = [
    share(left, top, left + 1, bottom),
    share(right - 1, top, right, bottom),
    share(left, top, right, top + 1),
    share(left, bottom - 1, right, bottom)
  ]
  return edges.every((edge) => edge >= 0.4 * inside)
}

/**
 * The cells of the world: those that change, and what goes on around them in cells of the same colours. Blank rows
 * and columns beyond count up to a frame around them, or where whole cells fill the picture, unless the world seems
 * to end with the changes.
 */
export const worldIn = (
  active: Window,
  samples: Samples,
  grid: Grid,
  picture: Still,
  { clusters, of: clusterOf }: Clusters
): Window => {
  const { codes, frames, height, mixed, width } = samples
  const area = width * height
  const inside = new Float64Array(clusters.length)
  const still = new Int32Array(area).fill(-2)
  for (let t = 0; t < frames; t++) {
    for (let at = 0; at < area; at++) {
      const cluster = clusterOf[codes[t * area + at]!]!
      if (still[at] === -2) still[at] = cluster
      else if (still[at] !== cluster) still[at] = -1
      const [x, y] = [at % width, Math.floor(at / width)]
      if (x >= active.left && x < active.right && y >= active.top && y < active.bottom) inside[cluster]!++
    }
  }
  const least = foreign * inside.reduce((sum, count) => sum + count, 0)
  const ground = inside.indexOf(Math.max(...inside))
  const known: Known = {
    ground,
    width,
    height,
    strange: (at) => mixed[at] === 1 || inside[clusterOf[codes[at]!]!]! < least,
    still: (at) => still[at]!
  }
  const whole = fills(grid.x, picture.width) && fills(grid.y, picture.height)
  let window = withoutTitles(active, known)
  const full = isFull((at) => still[at] === -1, window, width)
  for (const side of ["left", "right", "top", "bottom"] as const) {
    const line = cellsToLine(side, window, grid, clusters[ground]!.colour, picture)
    const { blank, end, reach } = beyond(side, window, known, line)
    const flush = end === "edge" && whole && (!full || blank <= 2)
    window = grown(side, window, flush || (end === "line" && !full) ? reach + blank : reach)
  }
  return window
}
