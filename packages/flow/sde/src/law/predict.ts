import { type Element } from "../algebra/element.ts"
import { makeGather } from "../algebra/element.ts"
import { incrementMoment, meanIncrement } from "../algebra/expansion.ts"
import { makeGenerator } from "../algebra/generator.ts"
import { boundsOf, makeGrid } from "../algebra/grid.ts"
import { makeModes } from "../algebra/modes.ts"
import { elementOf } from "../infer/extended.ts"
import { flatNoise, type Law } from "./law.ts"

/** What a law says of the increment over one interval, at a point. */
export interface Prediction {
  /** E[Δx | x], one entry for each coordinate. */
  readonly mean: Float64Array
  /** Covariance of Δx given x, coordinates × coordinates; an expansion, so it may be slightly off positive. */
  readonly covariance: Float64Array
  /** Computes both at x. */
  readonly at: (x: ArrayLike<number>) => void
}

/** Mean and covariance of the increment over `interval`, expanded to an order in it. */
export const predictor = (law: Law, interval: number, order: number): Prediction => {
  const { drift, space } = law
  const d = space.coordinates.length
  const terms = drift.flat().map(({ term }) => term)
  const bounds = boundsOf(space, terms).map((bound) => bound * order)
  const grid = makeGrid(space, bounds, 2)
  const gather = makeGather(grid)
  const elements = drift.map((sum) =>
    elementOf(
      grid,
      gather,
      sum.map(({ term }) => term),
      sum.map(({ value }) => value)
    )
  )
  const generator = makeGenerator(grid, gather, elements, flatNoise(law))
  const increments = elements.map((f) => meanIncrement(gather, generator, f, interval, order))
  const factorials = [1]
  for (let n = 1; n <= order; n++) factorials.push(factorials[n - 1]! * n)
  const covarianceOf = (k: number, l: number): Element => {
    const moment = incrementMoment(grid, gather, generator, [k, l], interval, order)
    gather.addScaled(moment, 1)
    // Less the product of the means, to the same order.
    for (let a = 1; a < order; a++) {
      for (let b = 1; a + b <= order; b++) {
        const scale = -(interval ** (a + b)) / (factorials[a]! * factorials[b]!)
        const left = increments[k]!.powers[a - 1]!
        gather.addProduct(
          { keys: left.keys, re: left.re.map((v) => v * scale), im: left.im.map((v) => v * scale) },
          increments[l]!.powers[b - 1]!
        )
      }
    }
    return gather.take()
  }
  const wanted = [
    ...increments.map(({ mean }) => mean),
    ...Array.from({ length: d }, (_, k) => Array.from({ length: k + 1 }, (__, l) => covarianceOf(k, l))).flat()
  ]
  const keys = [...new Set(wanted.flatMap((element) => [...element.keys]))]
  const place = new Map(keys.map((key, i) => [key, i]))
  const places = wanted.map((element) => Int32Array.from(element.keys, (key) => place.get(key)!))
  const modes = makeModes(grid, keys)
  const value = (e: number): number => {
    const { im, re } = wanted[e]!
    const at = places[e]!
    let sum = 0
    for (let i = 0; i < at.length; i++) sum += re[i]! * modes.re[at[i]!]! - im[i]! * modes.im[at[i]!]!
    return sum
  }
  const mean = new Float64Array(d)
  const covariance = new Float64Array(d * d)
  return {
    mean,
    covariance,
    at: (x) => {
      modes.at(x)
      for (let k = 0; k < d; k++) mean[k] = value(k)
      let e = d
      for (let k = 0; k < d; k++) {
        for (let l = 0; l <= k; l++) {
          covariance[k * d + l] = value(e)
          covariance[l * d + k] = covariance[k * d + l]!
          e++
        }
      }
    }
  }
}
