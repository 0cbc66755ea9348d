import type { Film } from "../film.ts"

/** Where the cells lie along one direction. */
export interface Axis {
  /** From one cell to the next in pixels. */
  readonly pitch: number
  /** Where the first cell begins in pixels. */
  readonly origin: number
  /** Width of the line before each cell in pixels; 0 for none. */
  readonly line: number
  readonly cells: number
}

/** Where the cells lie. */
export interface Grid {
  readonly x: Axis
  readonly y: Axis
}

/** Pixel in the middle of cell `k`. */
const middle = ({ line, origin, pitch }: Axis, k: number): number => Math.floor(origin + k * pitch + (pitch + line) / 2)

/** Pixels in the middles of all cells whose middle lies in `size` pixels. */
const middles = (axis: Axis, size: number): ReadonlyArray<number> =>
  Array.from({ length: axis.cells }, (_, k) => Math.min(size - 1, Math.max(0, middle(axis, k))))

/** All cells of a pitch that a picture of `size` pixels can hold, of which at most a third is cut off. */
export const fullAxis = (
  size: number,
  { line, phase, pitch }: { line: number; phase: number; pitch: number }
): Axis => {
  const first = Math.ceil((-phase - pitch / 3) / pitch)
  const last = Math.floor((size - phase - line + pitch / 3) / pitch)
  return { pitch, origin: phase + first * pitch, line, cells: Math.max(0, last - first) }
}

/** Colours of all cells in all frames, each an index into `colours`. */
export interface Samples {
  readonly width: number
  readonly height: number
  readonly frames: number
  /** `codes[(t * height + y) * width + x]` */
  readonly codes: Uint16Array
  readonly colours: ReadonlyArray<number>
  /** Where a cell is of more than one colour, in any frame that was looked at; shape height × width. */
  readonly mixed: Uint8Array
}

/** Most colours that are told apart; of more, the lower four bits are dropped. */
const mostColours = 65_536

/** Reads the middle of every cell, and whether the cell has the same colour beside it. */
export const sample = (film: Film, grid: Grid, differs: (a: number, b: number) => boolean): Samples => {
  const [xs, ys] = [middles(grid.x, film.width), middles(grid.y, film.height)]
  const [width, height] = [xs.length, ys.length]
  const codes = new Uint16Array(film.frames * width * height)
  const mixed = new Uint8Array(width * height)
  const index = new Map<number, number>()
  const [dx, dy] = [Math.floor((grid.x.pitch - grid.x.line) / 4), Math.floor((grid.y.pitch - grid.y.line) / 4)]
  const looked = Math.ceil(film.frames / 8)
  const codeOf = (colour: number): number => {
    const known = index.get(colour)
    if (known !== undefined) return known
    if (index.size >= mostColours - 4096) return codeOf((colour & 0xf0f0f0) | 0x080808)
    index.set(colour, index.size)
    return index.size - 1
  }
  film.play((pixels, t) => {
    const at = (x: number, y: number): number =>
      pixels[Math.min(film.height - 1, Math.max(0, y)) * film.width + Math.min(film.width - 1, Math.max(0, x))]!
    let i = 0
    for (const y of ys) {
      for (const x of xs) {
        const colour = at(x, y)
        codes[t * width * height + i] = codeOf(colour)
        if (t % looked === 0 && (dx > 0 || dy > 0)) {
          const same = !differs(colour, at(x - dx, y - dy)) && !differs(colour, at(x + dx, y + dy))
          if (!same || differs(colour, at(x - dx, y + dy))) mixed[i] = 1
        }
        i++
      }
    }
  })
  return { width, height, frames: film.frames, codes, colours: [...index.keys()], mixed }
}
