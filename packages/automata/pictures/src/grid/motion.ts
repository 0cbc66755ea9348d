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
 * its own commonest colour, so that what is drawn on a ground counts as a change.
 */
const eachChange = (film: Film, visit: (changes: Uint8Array) => void): void => {
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
}

/** How often each pixel changes, shape height × width. */
export const activityOf = (film: Film): Uint16Array => {
  const counts = new Uint16Array(film.width * film.height)
  eachChange(film, (changes) => {
    for (let i = 0; i < changes.length; i++) if (changes[i]! > 0 && counts[i]! < 65_535) counts[i]!++
  })
  return counts
}

/** Rows or columns in which something happens, `sums` of each: the stretch with the most, gaps of up to `gap` in it. */
const mainStretch = (sums: ReadonlyArray<number>, gap: number): readonly [number, number] => {
  let best: readonly [number, number] = [0, 0]
  let most = 0
  for (let from = 0; from < sums.length;) {
    if (sums[from] === 0) {
      from++
      continue
    }
    let [to, mass, quiet] = [from, 0, 0]
    for (let i = from; i < sums.length && quiet <= gap; i++) {
      quiet = sums[i] === 0 ? quiet + 1 : 0
      mass += sums[i]!
      if (sums[i]! > 0) to = i
    }
    if (mass > most) [best, most] = [[from, to + 1], mass]
    from = to + 1
  }
  return best
}

/** Where the cells change: without titles and counters that stand apart; null when nothing changes. */
export const activeBox = (activity: Uint16Array, width: number, height: number): Box | null => {
  const rows = Array.from({ length: height }, (_, y) => {
    let sum = 0
    for (let x = 0; x < width; x++) sum += activity[y * width + x]!
    return sum
  })
  const [top, bottom] = mainStretch(rows, 12)
  if (top === bottom) return null
  const columns = Array.from({ length: width }, (_, x) => {
    let sum = 0
    for (let y = top; y < bottom; y++) sum += activity[y * width + x]!
    return sum
  })
  const [left, right] = mainStretch(columns, 12)
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
