import { describe, expect, it } from "vitest"
import { compileDrift, type Law, linearTransition, predictor } from "../src/index.ts"
import { coupled, law } from "./laws.ts"

/** Slope, constant and noise of a law of linear terms in x, y, …, by probing its drift. */
const linearPartsOf = (l: Law) => {
  const d = l.space.coordinates.length
  const at = (x: ReadonlyArray<number>): Float64Array => {
    const out = new Float64Array(d)
    compileDrift(l)(x, out)
    return out
  }
  const zero = l.space.coordinates.map(() => 0)
  const constant = at(zero)
  const slope = Float64Array.from({ length: d * d }, (_, i) => {
    const [k, j] = [Math.floor(i / d), i % d]
    return at(zero.map((__, m) => (m === j ? 1 : 0)))[k]! - constant[k]!
  })
  return { slope, constant, noise: l.noise.flat() }
}

/** How fast the error falls when the interval is halved: the power of the interval that it follows. */
const powerOf = (errorAt: (interval: number) => number, interval: number): number =>
  Math.log2(errorAt(interval) / errorAt(interval / 2))

describe("the expansion in the interval", () => {
  const linear = law("x' = 0.2 - x + 0.4 y; y' = 0.3 x - 0.6 y; noise [[0.4, 0.1], [0.1, 0.2]]")
  const x = [0.7, -1.3]

  it("leaves an error of one power more than its order, in mean and covariance of a linear flow", () => {
    const parts = linearPartsOf(linear)
    for (const order of [1, 2, 3, 4]) {
      const errors = (interval: number) => {
        const exact = linearTransition(parts.slope, parts.constant, parts.noise, interval)
        const { at, covariance, mean } = predictor(linear, interval, order)
        at(x)
        const means = [0, 1].map(
          (k) => exact.propagator[2 * k]! * x[0]! + exact.propagator[2 * k + 1]! * x[1]! + exact.offset[k]! - x[k]!
        )
        return {
          mean: Math.hypot(...means.map((value, k) => value - mean[k]!)),
          covariance: Math.hypot(...exact.covariance.map((value, i) => value - covariance[i]!))
        }
      }
      expect(powerOf((h) => errors(h).mean, 0.1)).toBeCloseTo(order + 1, 0)
      expect(powerOf((h) => errors(h).covariance, 0.1)).toBeCloseTo(order + 1, 0)
    }
  })

  it("follows a flow without noise as Taylor's series does", () => {
    const still = law(coupled.replace("noise 0.2", "noise 0"))
    const drift = compileDrift(still)
    // Runge and Kutta's scheme, in steps so small that it is exact here.
    const exact = (interval: number): ReadonlyArray<number> => {
      const state = Float64Array.of(0.4, 2.1)
      const h = interval / 64
      const slopes = Array.from({ length: 4 }, () => new Float64Array(2))
      for (let s = 0; s < 64; s++) {
        for (const [i, c] of [0, 0.5, 0.5, 1].entries())
          drift(i === 0 ? state : state.map((v, k) => v + c * h * slopes[i - 1]![k]!), slopes[i]!)
        for (const k of [0, 1])
          state[k] = state[k]! + (h / 6) * (slopes[0]![k]! + 2 * slopes[1]![k]! + 2 * slopes[2]![k]! + slopes[3]![k]!)
      }
      return [state[0]! - 0.4, state[1]! - 2.1]
    }
    for (const order of [1, 2, 3, 4]) {
      const error = (interval: number): number => {
        const { at, covariance, mean } = predictor(still, interval, order)
        at([0.4, 2.1])
        // Without noise there is nothing to vary.
        expect(Math.hypot(...covariance)).toBeLessThan(1e-12)
        return Math.hypot(...exact(interval).map((value, k) => value - mean[k]!))
      }
      expect(powerOf(error, 0.1)).toBeGreaterThan(order + 0.6)
    }
  })

  it("carries noise from a velocity to its phase: D Δ³ / 3", () => {
    const { at, covariance } = predictor(law("phi1' = v; v' = 0.5 - sin(phi1) - 0.2 v; noise 0, 0.3"), 0.01, 3)
    at([1, 0.4])
    expect(covariance[0]! / (0.3 * 0.01 ** 3)).toBeCloseTo(1 / 3, 10)
    expect(covariance[1]! / (0.3 * 0.01 ** 2)).toBeCloseTo(1 / 2, 2)
  })
})
