import type { Family } from "./family.ts"
import { decodePattern, type Neighbourhood, neighbourhood, patternCount } from "./neighbourhood.ts"

const key = ([x, y]: readonly [number, number]): string => `${x},${y}`

/** The smallest neighbourhood that contains all of these, which share their dimension: one of them where that will do. */
export const enclosing = (all: readonly [Neighbourhood, ...ReadonlyArray<Neighbourhood>]): Neighbourhood => {
  const offsets = new Map(all.flatMap((one) => one.offsets.map((offset) => [key(offset), offset] as const)))
  const whole = all.find((one) => one.offsets.length === offsets.size)
  if (whole !== undefined) return whole
  const name = [...new Set(all.map(({ id }) => id))].sort().join("+")
  return neighbourhood(name, all[0].dimension, [...offsets.values()])
}

/** Places of the cells of a neighbourhood among those of a larger one. */
const placesIn = (within: Neighbourhood, { offsets }: Neighbourhood): ReadonlyArray<number> => {
  const places = new Map(within.offsets.map((offset, i) => [key(offset), i]))
  return offsets.map((offset) => places.get(key(offset))!)
}

/**
 * Class of every pattern of a neighbourhood that contains the family's own: the same rules, seen on more cells.
 * Throws where a cell of the family lies outside.
 */
export const partitionWithin = (family: Family, within: Neighbourhood): Uint16Array => {
  if (family.neighbourhood.id === within.id && family.partition !== null) return family.partition
  const { states } = family
  const places = placesIn(within, family.neighbourhood)
  if (places.includes(undefined as never)) throw new Error(`${within.id} does not contain ${family.neighbourhood.id}`)
  const cells = new Uint8Array(places.length)
  return Uint16Array.from({ length: patternCount(within, states) }, (_, pattern) => {
    const around = decodePattern(pattern, within.offsets.length, states)
    for (const [i, place] of places.entries()) cells[i] = around[place]!
    return family.classOf(cells)
  })
}
