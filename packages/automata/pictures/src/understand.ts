import { Result } from "effect"
import { type Clusters, clustersOf } from "./cells/colours.ts"
import { orderOf, successions } from "./cells/order.ts"
import { type Timeline, timelineOf } from "./cells/time.ts"
import { apart, type Film, refused, type Seen, shownColour } from "./film.ts"
import { type Window, worldIn } from "./grid/extent.ts"
import { type Axis, fullAxis, type Grid, sample, type Samples } from "./grid/lattice.ts"
import { activeBox, type Box, edgesOf, faint, stillOf } from "./grid/motion.ts"
import { type Comb, findCombs } from "./grid/pitch.ts"

/** What the user says about a picture, where it is not to be found out. */
export interface PictureSettings {
  /** Size of a cell in pixels, across and down. */
  readonly cell?: readonly [number, number]
  /** Where the first cell begins, in pixels from the left and from the top. */
  readonly origin?: readonly [number, number]
  /** Takes bytes from what may be held; fails when there are not as many. */
  readonly hold: (bytes: number, what: string) => Seen<void>
}

/** Frames of cells, each an index into `colours`, the state that the colour was taken for. */
export interface Understood {
  readonly width: number
  readonly height: number
  readonly frames: number
  readonly cells: Uint8Array
  /** "#rrggbb" of state 0, 1, 2 … */
  readonly colours: ReadonlyArray<string>
  readonly grid: Grid
  readonly timeline: Timeline
  /** What was decided, a sentence each. */
  readonly remarks: ReadonlyArray<string>
}

/** Most colours that cells can have. */
const mostStates = 32

/** Cosine below which the edges are not said to lie on a grid. */
const poor = 0.5

const say = "say the size of a cell with --cell, and where the first one begins with --origin"

const shown = (value: number): string => `${Math.round(100 * value) / 100}`

const stated = (cell: number, origin: number | undefined, size: number): Axis => {
  const from = origin ?? 0
  return { pitch: cell, origin: from, line: 0, cells: Math.floor((size - from) / cell + 1 / 3) }
}

/** The combs of both directions. */
const combsOf = (film: Film, box: Box): readonly [Comb, Comb] => {
  const { across, down } = edgesOf(film, box)
  return findCombs({ edges: across, from: box.left, to: box.right }, { edges: down, from: box.top, to: box.bottom })
}

/** Cells of a full grid that lie in a box of pixels. */
const cellsIn = ({ x, y }: Grid, box: Box): Window => {
  const first = (axis: Axis, at: number): number =>
    Math.max(0, Math.floor((at - axis.origin - axis.line) / axis.pitch + 0.4))
  const after = (axis: Axis, at: number): number =>
    Math.min(axis.cells, Math.ceil((at - axis.origin) / axis.pitch - 0.4))
  return { left: first(x, box.left), right: after(x, box.right), top: first(y, box.top), bottom: after(y, box.bottom) }
}

const cut = (axis: Axis, from: number, to: number): Axis => ({
  ...axis,
  origin: axis.origin + from * axis.pitch,
  cells: to - from
})

/** Samples of a window of the cells. */
const cropped = (samples: Samples, { bottom, left, right, top }: Window): Uint16Array => {
  const [width, height] = [right - left, bottom - top]
  const codes = new Uint16Array(samples.frames * width * height)
  for (let t = 0; t < samples.frames; t++) {
    for (let y = 0; y < height; y++) {
      const at = (t * samples.height + top + y) * samples.width + left
      codes.set(samples.codes.subarray(at, at + width), (t * height + y) * width)
    }
  }
  return codes
}

const clustered = (colours: ReadonlyArray<number>, codes: Uint16Array, blurred: boolean): Clusters => {
  const counts = new Float64Array(colours.length)
  for (let i = 0; i < codes.length; i++) counts[codes[i]!]!++
  return clustersOf(colours, counts, blurred)
}

const aboutGrid = ({ x, y }: Grid): string =>
  `${x.cells} × ${y.cells} cells of ${shown(x.pitch)} × ${shown(y.pitch)} pixels from ${shown(x.origin)}, ${shown(y.origin)}${
    x.line > 0 || y.line > 0 ? `, with lines of ${Math.max(x.line, y.line)} pixels between them` : ""
  }`

const numbers = (frames: ReadonlyArray<number>): string =>
  frames.length <= 6 ? frames.join(", ") : `${frames.slice(0, 6).join(", ")} and ${frames.length - 6} more`

const aboutTime = ({ broken, doubled }: Timeline): ReadonlyArray<string> => [
  ...(doubled.length > 0 ? [`frames that repeat the one before are left out: ${numbers(doubled)}`] : []),
  ...(broken.length > 0
    ? [`no single generation leads on from frames ${numbers(broken)}: the stretches between are used`]
    : [])
]

/**
 * The cells that pictures show.
 *
 * The borders of cells are where changes from frame to frame end; their distance need not be a whole number of
 * pixels, nor the same across and down. The middle of every cell gives its colour; colours that are nearly the
 * same are one.
 */
export const understand = (film: Film, settings: PictureSettings): Seen<Understood> =>
  Result.gen(function* () {
    const { frames, height, width } = film
    const seen = `${frames} frame${frames === 1 ? "" : "s"} of ${width} × ${height} pixels`
    yield* settings.hold(16 * width * height, `pictures of ${width} × ${height} pixels`)
    const still = stillOf(film)
    const box = activeBox(still.activity, width, height)
    if (box === null && settings.cell === undefined) {
      return yield* refused(`${seen} in which nothing changes`, frames > 1 ? "record an evolution that moves" : say)
    }
    const [x, y] = settings.cell === undefined ? combsOf(film, box!) : [null, null]
    if (x !== null && y !== null && Math.min(x.fit, y.fit) < poor) {
      return yield* refused(
        `${seen}; what changes does not lie on a grid (the best, ${shown(x.pitch)} × ${shown(y.pitch)} pixels, matches by ${shown(Math.min(x.fit, y.fit))})`,
        say
      )
    }
    const full: Grid =
      settings.cell === undefined
        ? { x: fullAxis(width, x!), y: fullAxis(height, y!) }
        : {
            x: stated(settings.cell[0], settings.origin?.[0], width),
            y: stated(settings.cell[1], settings.origin?.[1], height)
          }
    yield* settings.hold(
      2 * frames * full.x.cells * full.y.cells,
      `${frames} frames of ${full.x.cells} × ${full.y.cells} cells`
    )
    const samples = sample(film, full, (a, b) => apart(a, b) > 2 * faint)
    const blurred = full.x.pitch < 3 || full.y.pitch < 3
    const everywhere = clustered(samples.colours, samples.codes, blurred)
    const window =
      settings.cell === undefined
        ? worldIn(cellsIn(full, box!), samples, full, still, everywhere)
        : { left: 0, top: 0, right: full.x.cells, bottom: full.y.cells }
    const grid: Grid = { x: cut(full.x, window.left, window.right), y: cut(full.y, window.top, window.bottom) }
    const codes = cropped(samples, window)
    const { clusters, of } = clustered(samples.colours, codes, blurred)
    const used = clusters.filter(({ count }) => count > 0)
    if (used.length > mostStates) {
      return yield* refused(
        `${seen}, ${aboutGrid(grid)} in ${used.length} colours: too many to be states`,
        "save it with a colour for each state, without smoothing"
      )
    }
    if (used.length < 2) return yield* refused(`${seen}, ${aboutGrid(grid)}, all of one colour`, say)
    const size = grid.x.cells * grid.y.cells
    const raw = Uint8Array.from(codes, (code) => of[code]!)
    const order = orderOf(used, successions(raw, size, used.length))
    const stateOf = Uint8Array.from(used, (_, cluster) => order.clusters.indexOf(cluster))
    const cells = raw.map((cluster) => stateOf[cluster]!)
    const timeline = timelineOf({ width: grid.x.cells, height: grid.y.cells, frames, cells })
    const colours = order.clusters.map((cluster) => shownColour(used[cluster]!.colour))
    return {
      width: grid.x.cells,
      height: grid.y.cells,
      frames,
      cells,
      colours,
      grid,
      timeline,
      remarks: [
        aboutGrid(grid),
        `states ${colours.map((colour, state) => `${colour} = ${state}`).join(", ")}: ${order.because}`,
        ...aboutTime(timeline)
      ]
    }
  })
