import { incrementMoment, meanIncrement, meanSlope, slopesOf } from "../algebra/expansion.ts"
import { makeGenerator } from "../algebra/generator.ts"
import { driftOf, type Extended } from "./extended.ts"
import type { Moments } from "./moments.ts"

/** What a law says of the next increment, as vectors over the basis of the extended library. */
export interface Expanded {
  /** Mean increment of each coordinate. */
  readonly means: ReadonlyArray<Float64Array>
  /** Its derivative by each coefficient, `slopes[k][j]` over the basis; empty unless asked for. */
  readonly slopes: ReadonlyArray<ReadonlyArray<Float64Array>>
  /** Σ over the steps of the covariance of the increment, coordinates × coordinates. */
  readonly covariance: Float64Array
}

const inner = (gram: Float64Array, a: Float64Array, b: Float64Array): number => {
  const n = a.length
  let sum = 0
  for (let i = 0; i < n; i++) {
    const ai = a[i]!
    if (ai === 0) continue
    let row = 0
    for (let j = 0; j < n; j++) row += gram[i * n + j]! * b[j]!
    sum += ai * row
  }
  return sum
}

/** Expands a law of these coefficients (one for each entry) and this noise to an order in Δ. */
export const expand = (
  extended: Extended,
  moments: Moments,
  values: ArrayLike<number>,
  noise: ArrayLike<number>,
  order: number,
  wanted: "slopes" | "covariance" | "both"
): Expanded => {
  const { elements, entries, gather, grid, interval, vectorOf } = extended
  const { d } = grid
  const drift = driftOf(extended, values)
  const generator = makeGenerator(grid, gather, drift, noise)
  const increments = drift.map((f) => meanIncrement(gather, generator, f, interval, order))
  const means = increments.map(({ mean }) => vectorOf(mean))
  const slopes =
    wanted === "covariance"
      ? []
      : increments.map(({ powers }, k) => {
          const bends = drift.map((_, l) => slopesOf(grid, gather, powers, l))
          return entries.map(({ coordinate }, j) =>
            vectorOf(meanSlope(gather, generator, elements[j]!, coordinate === k, bends[coordinate]!, interval, order))
          )
        })
  const covariance = new Float64Array(d * d)
  if (wanted === "slopes") return { means, slopes, covariance }
  const scaled = increments.map(({ powers }) => {
    let factor = 1
    return powers.map((power, n) => {
      factor *= interval / (n + 1)
      return vectorOf(power).map((value) => value * factor)
    })
  })
  for (let k = 0; k < d; k++) {
    for (let l = 0; l <= k; l++) {
      let sum = moments.sumOf(incrementMoment(grid, gather, generator, [k, l], interval, order))
      // The product of the means, to the same order in Δ.
      for (let a = 1; a < order; a++)
        for (let b = 1; a + b <= order; b++) sum -= inner(moments.gram, scaled[k]![a - 1]!, scaled[l]![b - 1]!)
      covariance[k * d + l] = sum
      covariance[l * d + k] = sum
    }
  }
  return { means, slopes, covariance }
}
