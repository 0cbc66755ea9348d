import { type Element, type Gather } from "./element.ts"
import { derivative, type Generator } from "./generator.ts"
import type { Grid } from "./grid.ts"

/**
 * The mean increment of one coordinate, E[x_k(Δ) − x_k | x] = Σ Δⁿ/n! Lⁿ⁻¹ f_k for n = 1 … order: the Taylor series of
 * exp(ΔL), which stays inside the algebra. Returns the terms Lⁿ⁻¹ f_k as well, for `meanSlope`.
 */
export const meanIncrement = (
  gather: Gather,
  generator: Generator,
  drift: Element,
  interval: number,
  order: number
): { readonly mean: Element; readonly powers: ReadonlyArray<Element> } => {
  const powers = [drift]
  while (powers.length < order) powers.push(generator(powers.at(-1)!))
  let factor = 1
  for (const [n, power] of powers.entries()) {
    factor *= interval / (n + 1)
    gather.addScaled(power, factor)
  }
  return { mean: gather.take(), powers }
}

/**
 * Derivative of the mean increment of a coordinate by the coefficient of `term` in the equation of coordinate `k`;
 * `own` says whether that is the coordinate itself. `slopes[n]` is ∂_k Lⁿ f of the coordinate.
 */
export const meanSlope = (
  gather: Gather,
  generator: Generator,
  term: Element,
  own: boolean,
  slopes: ReadonlyArray<Element>,
  interval: number,
  order: number
): Element => {
  let current: Element = own ? term : { keys: new Int32Array(0), re: new Float64Array(0), im: new Float64Array(0) }
  const powers = [current]
  for (let n = 1; n < order; n++) {
    if (current.keys.length > 0) gather.addScaled(generator(current), 1)
    // The generator depends on the coefficient as well: its derivative is term · ∂_k.
    gather.addProduct(term, slopes[n - 1]!)
    current = gather.take()
    powers.push(current)
  }
  let factor = 1
  for (const [n, power] of powers.entries()) {
    factor *= interval / (n + 1)
    gather.addScaled(power, factor)
  }
  return gather.take()
}

/** ∂_k of each power, as `meanSlope` needs them. */
export const slopesOf = (
  grid: Grid,
  gather: Gather,
  powers: ReadonlyArray<Element>,
  k: number
): ReadonlyArray<Element> => powers.map((power) => derivative(grid, gather, power, k))

/**
 * A moment of the increments to the given order in Δ, E[δ_k δ_l … | x]: Lⁿ of the product of increments, taken at
 * δ = 0. `which` names the increments, with repetition; the grid must have room for their powers.
 */
export const incrementMoment = (
  grid: Grid,
  gather: Gather,
  generator: Generator,
  which: ReadonlyArray<number>,
  interval: number,
  order: number
): Element => {
  const { d, exponents, origin, size, strides } = grid
  const first = strides.length - d
  let key = 0
  for (const k of which) key += strides[first + k]!
  gather.add(key, 1, 0)
  let current = gather.take()
  const parts: Array<readonly [Element, number]> = []
  let factor = 1
  for (let n = 1; n <= order; n++) {
    current = generator(current)
    factor *= interval / n
    parts.push([current, factor])
  }
  for (const [part, scale] of parts) {
    for (let i = 0; i < part.keys.length; i++) {
      const index = part.keys[i]! + origin
      let still = true
      for (let k = first; k < strides.length && still; k++) still = exponents[k * size + index] === 0
      if (still) gather.add(part.keys[i]!, scale * part.re[i]!, scale * part.im[i]!)
    }
  }
  return gather.take()
}
