import type { Axis, Grid, Samples } from "./lattice.ts"

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
  /** Index of its colour in the first frame, or -1 where it changes. */
  readonly still: (at: number) => number
}

type Side = "left" | "right" | "top" | "bottom"

/** Share of strange cells in a row or column that still belongs to the world. */
const mostStrange = 0.02

/** The row or column beside a window, as indices. */
const stripBeside = (side: Side, { bottom, left, right, top }: Window, { height, width }: Known): ReadonlyArray<number> | null => {
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

const isStrange = (strip: ReadonlyArray<number>, { strange }: Known): boolean =>
  strip.filter(strange).length > mostStrange * strip.length

/** How far cells go on beyond a side, and whether they end at the edge of the picture. */
const beyond = (side: Side, window: Window, known: Known): { readonly reach: number; readonly blank: number; readonly open: boolean } => {
  let [reach, seen] = [0, 0]
  for (let wider = window; ; wider = grown(side, wider, 1), seen++) {
    const strip = stripBeside(side, wider, known)
    if (strip === null) return { reach, blank: seen - reach, open: true }
    if (isStrange(strip, known)) return { reach, blank: seen - reach, open: false }
    if (!isBlank(strip, known)) reach = seen + 1
  }
}

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
 * and columns beyond count where whole cells fill the picture and the world does not end with the changes.
 */
export const worldIn = (active: Window, samples: Samples, grid: Grid, size: { readonly width: number; readonly height: number }, clusterOf: Uint16Array): Window => {
  const { codes, colours, frames, height, mixed, width } = samples
  const area = width * height
  const clusters = Math.max(...clusterOf) + 1
  const inside = new Float64Array(clusters)
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
  void colours
  const known: Known = {
    width,
    height,
    strange: (at) => mixed[at] === 1 || inside[clusterOf[codes[at]!]!] === 0,
    still: (at) => still[at]!
  }
  const full = isFull((at) => still[at] === -1, active, width)
  const whole = fills(grid.x, size.width) && fills(grid.y, size.height)
  let window = active
  for (const side of ["left", "right", "top", "bottom"] as const) {
    const { blank, open, reach } = beyond(side, window, known)
    const flush = open && whole && (!full || blank <= 2)
    window = grown(side, window, flush ? reach + blank : reach)
  }
  return window
}
