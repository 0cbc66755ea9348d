import type { Element, Gather } from "./element.ts"
import type { Grid } from "./grid.ts"

/** ∂u/∂x_k; an increment δ_k counts as a function of x_k with slope 1. */
export const derivative = (grid: Grid, gather: Gather, u: Element, k: number): Element => {
  const { d, exponents, origin, size, strides, vectors } = grid
  const forms = vectors.length / d
  for (let i = 0; i < u.keys.length; i++) {
    const key = u.keys[i]!
    const index = key + origin
    const m = exponents[k * size + index]!
    if (m !== 0) gather.add(key, -m * u.im[i]!, m * u.re[i]!)
    for (let r = 0; r < forms; r++) {
      const slope = vectors[r * d + k]!
      const power = slope === 0 ? 0 : exponents[(d + r) * size + index]!
      if (power > 0) gather.add(key - strides[d + r]!, slope * power * u.re[i]!, slope * power * u.im[i]!)
    }
    const dim = d + forms + k
    const power = exponents[dim * size + index]!
    if (power > 0) gather.add(key - strides[dim]!, power * u.re[i]!, power * u.im[i]!)
  }
  return gather.take()
}

/** Applies L u = Σ f_k ∂_k u + ½ Σ D_kl ∂_k ∂_l u. */
export type Generator = (u: Element) => Element

/** The generator of a law with drift elements f and noise matrix D, rows one after the other. */
export const makeGenerator = (
  grid: Grid,
  gather: Gather,
  drift: ReadonlyArray<Element>,
  noise: ArrayLike<number>
): Generator => {
  const { d } = grid
  return (u) => {
    const slopes = drift.map((_, k) => derivative(grid, gather, u, k))
    const bends: Array<readonly [Element, number]> = []
    for (let k = 0; k < d; k++) {
      for (let l = 0; l <= k; l++) {
        const strength = (k === l ? 0.5 : 1) * noise[k * d + l]!
        if (strength !== 0) bends.push([derivative(grid, gather, slopes[k]!, l), strength])
      }
    }
    for (const [k, slope] of slopes.entries()) gather.addProduct(drift[k]!, slope)
    for (const [bend, strength] of bends) gather.addScaled(bend, strength)
    return gather.take()
  }
}
