import { formsOf, type Space } from "../space.ts"
import type { Term } from "../terms/term.ts"

/**
 * Numbers exponents: a wave vector, the powers of the forms, and the powers of the increments δ_k = x_k' − x_k, in one
 * integer key so that the key of a product of two modes is the sum of their keys.
 */
export interface Grid {
  readonly space: Space
  /** Number of coordinates. */
  readonly d: number
  /** Vectors of the forms, one after the other, d entries each. */
  readonly vectors: Int8Array
  /** Number of keys; key 0 (the constant) lies at index `origin` of dense tables. */
  readonly size: number
  readonly origin: number
  /** Stride of every dimension: d waves, then the forms, then d increments (stride 0 when the grid has none). */
  readonly strides: Int32Array
  /** Exponent of every dimension at every dense index, dimension after dimension. */
  readonly exponents: Int8Array
  /** Largest |wave| of each coordinate and largest power of each form. */
  readonly bounds: ReadonlyArray<number>
}

/** Largest |wave| of each coordinate, then largest power of each form, among terms. */
export const boundsOf = (space: Space, terms: ReadonlyArray<Term>): ReadonlyArray<number> => {
  const waves = space.coordinates.map((_, k) => Math.max(0, ...terms.map(({ wave }) => Math.abs(wave[k]!))))
  const powers = formsOf(space).map((_, r) => Math.max(0, ...terms.map((term) => term.powers[r]!)))
  return [...waves, ...powers]
}

/** A grid for exponents up to `bounds`; `increments` is the largest power of each increment, 0 to leave them out. */
export const makeGrid = (space: Space, bounds: ReadonlyArray<number>, increments: number): Grid => {
  const d = space.coordinates.length
  const lows = [...bounds.map((bound, i) => (i < d ? -bound : 0)), ...space.coordinates.map(() => 0)]
  const highs = [...bounds, ...space.coordinates.map(() => increments)]
  const dims = lows.length
  const strides = new Int32Array(dims)
  let size = 1
  for (let i = dims - 1; i >= 0; i--) {
    strides[i] = size
    size *= highs[i]! - lows[i]! + 1
  }
  if (size > 1 << 26)
    throw new Error(`the algebra of this library has ${size} modes; ask for a lower order or fewer terms`)
  let origin = 0
  for (let i = 0; i < dims; i++) origin -= lows[i]! * strides[i]!
  const exponents = new Int8Array(dims * size)
  for (let i = 0; i < dims; i++) {
    const range = highs[i]! - lows[i]! + 1
    for (let index = 0; index < size; index++) {
      exponents[i * size + index] = lows[i]! + (Math.floor(index / strides[i]!) % range)
    }
  }
  const vectors = Int8Array.from(formsOf(space).flatMap(({ vector }) => vector))
  return { space, d, vectors, size, origin, strides, exponents, bounds }
}

/** Key of a wave vector and powers; either may be empty. */
export const keyOf = ({ d, strides }: Grid, wave: ArrayLike<number>, powers: ArrayLike<number>): number => {
  let key = 0
  for (let k = 0; k < wave.length; k++) key += wave[k]! * strides[k]!
  for (let r = 0; r < powers.length; r++) key += powers[r]! * strides[d + r]!
  return key
}
