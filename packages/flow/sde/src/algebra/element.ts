import type { Term } from "../terms/term.ts"
import { type Grid, keyOf } from "./grid.ts"

/**
 * A function of the coordinates as a sum of complex modes, c · exp(i wave · x) · monomial. Real functions carry both
 * a mode and its conjugate.
 */
export interface Element {
  /** Keys of the grid, ascending. */
  readonly keys: Int32Array
  readonly re: Float64Array
  readonly im: Float64Array
}

/** Sums of elements and products, gathered in a dense table of the grid. */
export interface Gather {
  /** Adds c at a key. */
  readonly add: (key: number, re: number, im: number) => void
  /** Adds `scale` times an element. */
  readonly addScaled: (a: Element, scale: number) => void
  /** Adds a · b. */
  readonly addProduct: (a: Element, b: Element) => void
  /** What was gathered; empties the table. */
  readonly take: () => Element
}

export const makeGather = ({ origin, size }: Grid): Gather => {
  const re = new Float64Array(size)
  const im = new Float64Array(size)
  const isTouched = new Uint8Array(size)
  const touched: Array<number> = []
  const add = (key: number, a: number, b: number): void => {
    const index = key + origin
    if (isTouched[index] === 0) {
      isTouched[index] = 1
      touched.push(index)
    }
    re[index] = re[index]! + a
    im[index] = im[index]! + b
  }
  return {
    add,
    addScaled: (a, scale) => {
      for (let i = 0; i < a.keys.length; i++) add(a.keys[i]!, scale * a.re[i]!, scale * a.im[i]!)
    },
    addProduct: (a, b) => {
      for (let i = 0; i < a.keys.length; i++) {
        const key = a.keys[i]!
        const ar = a.re[i]!
        const ai = a.im[i]!
        for (let j = 0; j < b.keys.length; j++) {
          const br = b.re[j]!
          const bi = b.im[j]!
          add(key + b.keys[j]!, ar * br - ai * bi, ar * bi + ai * br)
        }
      }
    },
    take: () => {
      const kept = touched.filter((index) => re[index] !== 0 || im[index] !== 0).sort((a, b) => a - b)
      const element = {
        keys: Int32Array.from(kept, (index) => index - origin),
        re: Float64Array.from(kept, (index) => re[index]!),
        im: Float64Array.from(kept, (index) => im[index]!)
      }
      for (const index of touched) {
        re[index] = 0
        im[index] = 0
        isTouched[index] = 0
      }
      touched.length = 0
      return element
    }
  }
}

/** Adds `value` times a term. */
export const addTerm = (grid: Grid, gather: Gather, { part, powers, wave }: Term, value: number): void => {
  const monomial = keyOf(grid, [], powers)
  const turn = keyOf(grid, wave, [])
  if (turn === 0) {
    gather.add(monomial, value, 0)
  } else if (part === "cos") {
    gather.add(monomial + turn, value / 2, 0)
    gather.add(monomial - turn, value / 2, 0)
  } else {
    gather.add(monomial + turn, 0, -value / 2)
    gather.add(monomial - turn, 0, value / 2)
  }
}
