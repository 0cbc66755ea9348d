import { decodePattern, type Family } from "@rulescope/lattice"

/** What to observe next, so that every open class is seen. */
export interface Suggestion {
  /** Share of live cells of a soup in which the rarest open class is as common as it can be, 0.01 to 0.99. */
  readonly density: number
  /** How often each open class is expected among 10,000 cells of such a soup, in the order given. */
  readonly perTenThousand: ReadonlyArray<number>
  /** A start that contains every open class once, apart from each other, in dead surroundings. */
  readonly start: { readonly width: number; readonly height: number; readonly cells: Uint8Array }
}

const ones = (pattern: number): number => {
  let count = 0
  for (let rest = pattern; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return count
}

/** Patterns of each class, by number of live cells: `shares[class][live]`. */
const patternsByLive = (family: Family, classes: ReadonlyArray<number>): ReadonlyArray<Float64Array> => {
  const cells = family.neighbourhood.offsets.length
  const tables = new Map(classes.map((index) => [index, new Float64Array(cells + 1)]))
  for (const [pattern, index] of family.partition!.entries()) {
    const table = tables.get(index)
    if (table !== undefined) table[ones(pattern)]! += 1
  }
  return classes.map((index) => tables.get(index)!)
}

/** Probability that a cell of a soup of this density belongs to a class. */
const frequency = (patterns: Float64Array, density: number): number =>
  patterns.reduce(
    (sum, count, live) => sum + count * density ** live * (1 - density) ** (patterns.length - 1 - live),
    0
  )

/** One pattern of each class, laid out in rows with two radii of dead cells around it. */
const layOut = (family: Family, classes: ReadonlyArray<number>): Suggestion["start"] => {
  const { dimension, offsets, radius } = family.neighbourhood
  const pitch = 4 * radius + 1
  const perRow = dimension === 1 ? classes.length : Math.ceil(Math.sqrt(classes.length))
  const rows = dimension === 1 ? 1 : Math.ceil(classes.length / perRow)
  const width = perRow * pitch
  const height = dimension === 1 ? 1 : rows * pitch
  const cells = new Uint8Array(width * height)
  for (const [place, index] of classes.entries()) {
    const pattern = decodePattern(family.partition!.indexOf(index), offsets.length, family.states)
    const x = (place % perRow) * pitch + 2 * radius
    const y = dimension === 1 ? 0 : Math.floor(place / perRow) * pitch + 2 * radius
    for (const [i, [dx, dy]] of offsets.entries()) cells[(y + dy) * width + x + dx] = pattern[i]!
  }
  return { width, height, cells }
}

/**
 * Proposes what to observe next about the open classes of a two-state family with a partition: the density of
 * a soup (the one of 99 at which the rarest open class is most frequent) and a small start that has them all.
 */
export const suggestObservation = (family: Family, classes: ReadonlyArray<number>): Suggestion => {
  const tables = patternsByLive(family, classes)
  const rarest = (density: number): number => Math.min(...tables.map((table) => frequency(table, density)))
  const densities = Array.from({ length: 99 }, (_, i) => (i + 1) / 100)
  const density = densities.reduce((best, candidate) => (rarest(candidate) > rarest(best) ? candidate : best))
  return {
    density,
    perTenThousand: tables.map((table) => 10_000 * frequency(table, density)),
    start: layOut(family, classes)
  }
}
