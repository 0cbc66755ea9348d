import { apart, type Film } from "../film.ts"

/** Part of a picture in pixels; right and bottom lie outside. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Colours that differ by less are the same: neighbours in a palette, traces of compression. */
export const faint = 24

/** Change of a pixel, 0 where it is faint. */
const change = (a: number, b: number): number => {
  const distance = apart(a, b)
  return distance < faint ? 0 : distance
}

/** The colour that occurs most often in a picture. */
const commonest = (pixels: Uint32Array): number => {
  const counts = new Map<number, number>()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0]
}

/**
 * Calls `visit` with how much every pixel changes from a frame to the next. A film of one frame is compared with
 * its own commonest colour, so that what is drawn on a ground counts as a change. Gives the last frame.
 */
const eachChange = (film: Film, visit: (changes: Uint8Array) => void): Uint32Array => {
  const before = new Uint32Array(film.width * film.height)
  const changes = new Uint8Array(before.length)
  film.play((pixels, t) => {
    if (t === 0) {
      if (film.frames > 1) return before.set(pixels)
      before.fill(commonest(pixels))
    }
    for (let i = 0; i < pixels.length; i++) changes[i] = change(pixels[i]!, before[i]!)
    visit(changes)
    before.set(pixels)
  })
  return before
}

/** A picture that shows what stays. */
export interface Still {
  readonly width: number
  readonly height: number
  /** The last frame, 0xrrggbb. */
  readonly pixels: Uint32Array
  /** How often each pixel changes, shape height × width. */
  readonly activity: Uint16Array
}

export const stillOf = (film: Film): Still => {
  const counts = new Uint16Array(film.width * film.height)
  const pixels = eachChange(film, (changes) => {
    for (let i = 0; i < changes.length; i++) if (changes[i]! > 0 && counts[i]! < 65_535) counts[i]!++
  })
  return { width: film.width, height: film.height, pixels, activity: counts }
}

/** Share of all changes that the cells have at least, beside titles and counters. */
const mostly = 0.85

/** Where `sums` are not 0: without pieces at the ends that stand apart by 3 or more and matter little. */
const extent = (sums: Float64Array): readonly [from: number, to: number] => {
  const total = sums.reduce((sum, mass) => sum + mass, 0)
  let [from, to] = [sums.findIndex((mass) => mass > 0), sums.findLastIndex((mass) => mass > 0) + 1]
  for (const forwards of [true, false]) {
    let [mass, quiet] = [0, 0]
    const [start, end] = [from, to]
    for (let i = 0; i < end - start; i++) {
      const at = forwards ? start + i : end - 1 - i
      if (sums[at]! > 0 && quiet >= 3 && mass <= (1 - mostly) * total) {
        if (forwards) from = at
        else to = at + 1
      }
      quiet = sums[at] === 0 ? quiet + 1 : 0
      mass += sums[at]!
    }
  }
  return [from, to]
}

/** Where the cells change: without titles that stand apart; null when nothing does. */
export const activeBox = (activity: Uint16Array, width: number, height: number): Box | null => {
  const [rows, columns] = [new Float64Array(height), new Float64Array(width)]
  for (let i = 0; i < activity.length; i++) rows[Math.floor(i / width)]! += activity[i]!
  if (rows.every((mass) => mass === 0)) return null
  const [top, bottom] = extent(rows)
  for (let i = top * width; i < bottom * width; i++) columns[i % width]! += activity[i]!
  const [left, right] = extent(columns)
  return { left, top, right, bottom }
}

/** Edges of what changes: `across[x]` between columns x - 1 and x, `down[y]` between rows y - 1 and y. */
export interface Edges {
  readonly across: Float64Array
  readonly down: Float64Array
}

/** Edges of the changes in a box, over all frames. */
export const edgesOf = (film: Film, { bottom, left, right, top }: Box): Edges => {
  const { height, width } = film
  const [across, down] = [new Float64Array(width + 1), new Float64Array(height + 1)]
  eachChange(film, (changes) => {
    for (let y = top; y < bottom; y++) {
      for (let x = left + 1; x < right; x++) {
        across[x]! += Math.abs(changes[y * width + x]! - changes[y * width + x - 1]!)
      }
    }
    for (let y = top + 1; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        down[y]! += Math.abs(changes[y * width + x]! - changes[(y - 1) * width + x]!)
      }
    }
  })
  return { across, down }
}
