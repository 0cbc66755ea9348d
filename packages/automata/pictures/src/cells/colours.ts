import { apart } from "../film.ts"

/** Colours that are taken for one. */
export interface Cluster {
  /** The colour of it that occurs most often, 0xrrggbb. */
  readonly colour: number
  readonly count: number
}

/** Colours with the cluster that each belongs to. */
export interface Clusters {
  readonly clusters: ReadonlyArray<Cluster>
  /** Cluster of every colour, in the order that they were given in. */
  readonly of: Uint16Array
}

/** Colours of one cluster are nearer to its commonest one than this, where there are many: smoothed or compressed. */
const wide = 40

/** The same where there are few, as in palettes: entries that are all but the same. */
const narrow = 6

/** Most colours that are few. */
const few = 48

/** Share of the cells below which a colour between two others is taken for a mixture of them: where cells are small. */
const rareWhereSmall = 0.03

/** The same where there are many colours. */
const rareAmongMany = 0.003

/** Whether a colour lies on the straight way from one to another. */
const between = (colour: number, a: number, b: number): boolean =>
  apart(colour, a) + apart(colour, b) <= apart(a, b) + 48 &&
  apart(colour, a) < apart(a, b) &&
  apart(colour, b) < apart(a, b)

/**
 * Groups colours around the commonest ones. Where cells are `small` or there are many colours, a rare one on the way between two commoner ones is a
 * mixture of them and goes to the nearer one.
 */
export const clustersOf = (colours: ReadonlyArray<number>, counts: ArrayLike<number>, small: boolean): Clusters => {
  const order = [...colours.keys()].sort((a, b) => counts[b]! - counts[a]! || colours[a]! - colours[b]!)
  const total = order.reduce((sum, i) => sum + counts[i]!, 0)
  const of = new Uint16Array(colours.length)
  const rare = small ? rareWhereSmall : colours.length > few ? rareAmongMany : 0
  const radius = colours.length <= few ? narrow : wide
  const found: Array<{ colour: number; count: number }> = []
  const nearest = (colour: number, reach: number): number => {
    let [best, least] = [-1, reach]
    for (const [k, cluster] of found.entries()) {
      const distance = apart(colour, cluster.colour)
      if (distance < least) [best, least] = [k, distance]
    }
    return best
  }
  for (const i of order) {
    const colour = colours[i]!
    let k = nearest(colour, radius)
    const mixture = counts[i]! < rare * total
    if (k < 0 && mixture && found.some((a) => found.some((b) => a !== b && between(colour, a.colour, b.colour)))) {
      k = nearest(colour, 256)
    }
    if (k < 0) {
      k = found.length
      found.push({ colour, count: 0 })
    }
    found[k]!.count += counts[i]!
    of[i] = k
  }
  return { clusters: found, of }
}
