import { addTerm, type Element, type Gather, makeGather } from "../algebra/element.ts"
import { incrementMoment, meanIncrement } from "../algebra/expansion.ts"
import { makeGenerator } from "../algebra/generator.ts"
import { boundsOf, type Grid, makeGrid } from "../algebra/grid.ts"
import type { Space } from "../space.ts"
import type { Entry } from "../terms/symmetry.ts"
import type { Term } from "../terms/term.ts"

/** A real function of the extended library: the real or the imaginary part of the mode with this key. */
interface BasisTerm {
  /** Key in the grid; its wave part is at least 0. */
  readonly key: number
  readonly part: "cos" | "sin"
}

/**
 * The extended library: the functions in which mean increments to a given order are linear, and the grid in which
 * they are computed. Whatever the coefficients, Lⁿ f stays in the span.
 */
export interface Extended {
  readonly space: Space
  readonly interval: number
  /** Highest order in Δ that it has room for. */
  readonly order: number
  readonly entries: ReadonlyArray<Entry>
  readonly grid: Grid
  readonly gather: Gather
  /** The term of each entry as an element. */
  readonly elements: ReadonlyArray<Element>
  readonly basis: ReadonlyArray<BasisTerm>
  /** Keys, with any wave part, in which second moments of the increments are. */
  readonly momentKeys: ReadonlyArray<number>
  /** Coefficients of a real element in the basis. */
  readonly vectorOf: (element: Element) => Float64Array
}

/** The part of a key that its wave vector makes: what changes sign when the mode is conjugated. */
const wavePart = ({ d, exponents, origin, size, strides }: Grid, key: number): number => {
  let part = 0
  for (let k = 0; k < d; k++) part += exponents[k * size + key + origin]! * strides[k]!
  return part
}

/** Coefficients without relations among each other, so that no mode of the support cancels. */
const generic = (j: number): number => 0.5 + (((j + 1) * Math.SQRT2) % 1)

export const elementOf = (
  grid: Grid,
  gather: Gather,
  terms: ReadonlyArray<Term>,
  values: ArrayLike<number>
): Element => {
  for (const [j, term] of terms.entries()) if (values[j] !== 0) addTerm(grid, gather, term, values[j]!)
  return gather.take()
}

/** Drift elements of entries with these coefficients, one for each coordinate. */
export const driftOf = (
  { entries, gather, grid }: Pick<Extended, "entries" | "gather" | "grid">,
  values: ArrayLike<number>
): ReadonlyArray<Element> =>
  Array.from({ length: grid.d }, (_, k) => {
    for (const [j, { coordinate, term }] of entries.entries()) {
      if (coordinate === k && values[j] !== 0) addTerm(grid, gather, term, values[j]!)
    }
    return gather.take()
  })

/** Extends candidate entries to an order from 1 in Δ. */
export const extend = (space: Space, interval: number, entries: ReadonlyArray<Entry>, order: number): Extended => {
  const terms = entries.map(({ term }) => term)
  const bounds = boundsOf(space, terms).map((bound) => bound * order)
  const grid = makeGrid(space, bounds, 2)
  const gather = makeGather(grid)
  const { d } = grid
  const drift = driftOf(
    { entries, gather, grid },
    Float64Array.from(entries, (_, j) => generic(j))
  )
  const noise = Float64Array.from({ length: d * d }, (_, i) => generic(Math.min(i, (i % d) * d + Math.floor(i / d))))
  const generator = makeGenerator(grid, gather, drift, noise)
  const means = drift.map((f) => meanIncrement(gather, generator, f, 1, order).mean)
  const keys = new Set<number>([0])
  for (const mean of means) for (const key of mean.keys) if (wavePart(grid, key) >= 0) keys.add(key)
  const basis = [...keys]
    .sort((a, b) => a - b)
    .flatMap((key): ReadonlyArray<BasisTerm> => {
      const cosine = { key, part: "cos" } as const
      return wavePart(grid, key) === 0 ? [cosine] : [cosine, { key, part: "sin" }]
    })
  const momentKeys = new Set<number>()
  for (let k = 0; k < d; k++) {
    for (let l = 0; l <= k; l++) {
      const moment = incrementMoment(grid, gather, generator, [k, l], 1, order)
      for (const key of moment.keys) momentKeys.add(key)
    }
  }
  const first = new Map(basis.flatMap(({ key, part }, i) => (part === "cos" ? [[key, i] as const] : [])))
  const vectorOf = (element: Element): Float64Array => {
    const vector = new Float64Array(basis.length)
    for (let i = 0; i < element.keys.length; i++) {
      const at = first.get(element.keys[i]!)
      if (at === undefined) continue
      if (wavePart(grid, element.keys[i]!) === 0) vector[at] = element.re[i]!
      else {
        vector[at] = 2 * element.re[i]!
        vector[at + 1] = -2 * element.im[i]!
      }
    }
    return vector
  }
  const elements = terms.map((term) => elementOf(grid, gather, [term], [1]))
  return { space, interval, order, entries, grid, gather, elements, basis, momentKeys: [...momentKeys], vectorOf }
}
