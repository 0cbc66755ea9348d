/** Lines at equal distances: the borders of cells along one direction. */
export interface Comb {
  /** From one border to the next in pixels, 1 or more; need not be whole. */
  readonly pitch: number
  /** Where a border lies, 0 to pitch; with grid lines, where one begins. */
  readonly phase: number
  /** Width of the lines between cells in pixels; 0 for none. */
  readonly line: number
  /** How well it matches the edges, 0 to 1: the cosine of both as vectors. */
  readonly fit: number
}

/** Edges along one direction, and the part of them that counts. */
export interface Profile {
  readonly edges: Float64Array
  readonly from: number
  readonly to: number
}

/** Finest step of the phase in pixels. */
const phaseStep = 0.25

/** Fewest cells along a direction. */
const fewest = 4

/** Widest grid line that is looked for. */
const widest = 4

/** Columns with many edges count as three average ones at most, so that no busy place decides alone. */
const evened = ({ edges, from, to }: Profile): Float64Array => {
  const part = edges.subarray(from + 1, to)
  const most = (3 * part.reduce((sum, mass) => sum + mass, 0)) / Math.max(1, part.length)
  const even = edges.map((mass, i) => (i <= from || i >= to ? 0 : Math.min(mass, most)))
  const length = Math.hypot(...even)
  return length === 0 ? even : even.map((mass) => mass / length)
}

/** Cosine of edges and a comb whose teeth lie at whole pixels, `line` apart in pairs where there are lines. */
const sharp = (even: Float64Array, { from, to }: Profile, pitch: number, phase: number, line: number): number => {
  let [sum, teeth] = [0, 0]
  for (let at = phase + Math.ceil((from + 0.5 - phase) / pitch) * pitch; at < to - 0.5; at += pitch) {
    const x = Math.round(at)
    sum += even[x]! + (line === 0 ? 0 : (even[x + line] ?? 0))
    teeth += line === 0 ? 1 : 2
  }
  return teeth === 0 ? 0 : sum / Math.sqrt(teeth)
}

/** Cosine of edges and a comb whose teeth are `line` + 1 pixels wide: grid lines that are smoothed. */
const wide = (even: Float64Array, { from, to }: Profile, pitch: number, phase: number, line: number): number => {
  let [sum, teeth] = [0, 0]
  for (let at = phase + Math.ceil((from + 0.5 - phase) / pitch) * pitch; at < to - 0.5; at += pitch) {
    for (let x = Math.round(at); x <= Math.round(at) + line; x++) sum += even[x] ?? 0
    teeth += line + 1
  }
  return teeth === 0 ? 0 : sum / Math.sqrt(teeth)
}

/** Cosine of edges and a comb whose teeth are shared by the two pixel borders beside them, as smoothing shares them. */
const smooth = (even: Float64Array, { from, to }: Profile, pitch: number, phase: number): number => {
  let [sum, squares] = [0, 0]
  for (let at = phase + Math.ceil((from + 0.5 - phase) / pitch) * pitch; at < to - 0.5; at += pitch) {
    const x = Math.floor(at)
    const share = at - x
    sum += even[x]! * (1 - share) + (even[x + 1] ?? 0) * share
    squares += (1 - share) ** 2 + share ** 2
  }
  return squares === 0 ? 0 : sum / Math.sqrt(squares)
}

const better = (a: Comb, b: Comb): Comb => (b.fit > a.fit ? b : a)

/** The best comb of a pitch. */
const bestPhase = (even: Float64Array, profile: Profile, pitch: number, step: number): Comb => {
  let best: Comb = { pitch, phase: 0, line: 0, fit: 0 }
  for (let phase = 0; phase < pitch; phase += step) {
    // Whole cells that lie between whole pixels need no other phases, and those are rounded to the same.
    const between = Number.isInteger(pitch) && !Number.isInteger(phase)
    // Shared teeth of smaller cells would lie on one another.
    if (pitch >= 2) best = better(best, { pitch, phase, line: 0, fit: smooth(even, profile, pitch, phase) })
    if (between) continue
    best = better(best, { pitch, phase, line: 0, fit: sharp(even, profile, pitch, phase, 0) })
    for (let line = 1; line <= Math.min(widest, pitch / 3); line++) {
      best = better(best, { pitch, phase, line, fit: sharp(even, profile, pitch, phase, line) })
      if (line > 1) best = better(best, { pitch, phase, line, fit: wide(even, profile, pitch, phase, line) })
    }
  }
  return best
}

const lengthOf = ({ from, to }: Profile): number => to - from

/**
 * How much better a comb must match than one with a tooth at every pixel: half of what it would where all edges lie
 * on it, when its cells are so small that chance does nearly as well; else little, since smoothing blurs edges.
 */
const clearly = (pitch: number): number => (pitch < 2 ? (1 + Math.sqrt(pitch)) / 2 : 1.01)

/** Smallest pitch that is told from 1. */
const smallest = 1.15

/** Pitches to be tried for edges over `length` pixels: so close that a border shifts by a quarter of a pixel at most. */
const pitches = (length: number): ReadonlyArray<number> => {
  const step = 1 / (4 * length)
  const found: Array<number> = []
  for (let frequency = fewest / length; frequency < 1 / smallest; frequency += step) found.push(1 / frequency)
  return [...found, 1]
}

/** A pitch is taken for a whole or half number when that fits as well. */
const rounded = (even: Float64Array, profile: Profile, comb: Comb): Comb => {
  const cells = lengthOf(profile) / comb.pitch
  for (const whole of [Math.round(comb.pitch), Math.round(2 * comb.pitch) / 2]) {
    if (whole < 1 || Math.abs(whole - comb.pitch) * cells > 1) continue
    const other = bestPhase(even, profile, whole, phaseStep)
    if (other.fit >= comb.fit - 0.005) return other
  }
  return comb
}

/** The comb near another one that matches best. */
const refined = (even: Float64Array, profile: Profile, comb: Comb): Comb => {
  const length = lengthOf(profile)
  let best = comb
  for (let k = -8; k <= 8; k++) {
    const pitch = 1 / (1 / comb.pitch + k / (32 * length))
    if (pitch >= 1) best = better(best, bestPhase(even, profile, pitch, phaseStep / 2))
  }
  return rounded(even, profile, best)
}

/** How much better two pitches must match than one for both directions. */
const notSquare = 0.06

const chosen = (even: Float64Array, profile: Profile, combs: ReadonlyArray<Comb>): Comb => {
  const every = combs.at(-1)!
  const best = combs.filter(({ fit, pitch }) => fit >= clearly(pitch) * every.fit).reduce(better, every)
  return best.pitch === 1 ? every : refined(even, profile, best)
}

/**
 * The borders of cells across and down: the combs that match the edges best, of one pitch unless two match clearly
 * better. A comb with too many teeth pays for those without an edge, one with too few for the edges that it
 * misses, so that neither a multiple nor a fraction of the pitch matches as well.
 */
export const findCombs = (across: Profile, down: Profile): readonly [Comb, Comb] => {
  const tried = pitches(Math.max(lengthOf(across), lengthOf(down)))
  const [evenX, evenY] = [evened(across), evened(down)]
  const x = tried.map((pitch) => bestPhase(evenX, across, pitch, phaseStep))
  const y = tried.map((pitch) => bestPhase(evenY, down, pitch, phaseStep))
  const both = tried.map((_, i) => x[i]!.fit + y[i]!.fit)
  const together = both.reduce(
    (best, fit, i) => (fit > both[best]! && fit >= clearly(tried[i]!) * both.at(-1)! ? i : best),
    tried.length - 1
  )
  const [bestX, bestY] = [chosen(evenX, across, x), chosen(evenY, down, y)]
  const square = tried[together]! > 1
  if (!square) return [bestX, bestY]
  const [sameX, sameY] = [refined(evenX, across, x[together]!), refined(evenY, down, y[together]!)]
  return bestX.fit + bestY.fit > sameX.fit + sameY.fit + notSquare ? [bestX, bestY] : [sameX, sameY]
}
