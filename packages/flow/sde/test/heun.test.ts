import { describe, expect, it } from "vitest"
import { heun, linearTransition, meanVelocity, meanVelocityOf, simulate } from "../src/index.ts"
import { law } from "./laws.ts"

/** Stationary mean velocity of Heun's scheme itself, with the expectation over its noise taken by quadrature. */
const velocityOfScheme = (text: string, step: number): number => {
  const advance = heun(law(text))
  const points = 96
  const modes = 24
  // The trapezoidal rule converges exponentially for the normal density.
  const nodes = Array.from({ length: 121 }, (_, q) => -9 + 0.15 * q)
  const weights = nodes.map((z) => (0.15 * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI))
  const x = new Float64Array(1)
  const moves = Array.from({ length: points }, (_, i) =>
    nodes.map((z) => {
      x[0] = (2 * Math.PI * i) / points
      advance(x, 1, step, { normal: () => z, uniform: () => 0 })
      return x[0] - (2 * Math.PI * i) / points
    })
  )
  // E[exp(−i m x′) | x] for every mode and point, then the density that it leaves as it is.
  const kernel = Array.from({ length: modes }, (_, m) =>
    moves.map((move, i) => {
      let [re, im] = [0, 0]
      for (const [q, by] of move.entries()) {
        const angle = (m + 1) * ((2 * Math.PI * i) / points + by)
        re += weights[q]! * Math.cos(angle)
        im += weights[q]! * Math.sin(angle)
      }
      return { re, im }
    })
  )
  let density = new Float64Array(points).fill(1 / points)
  for (let round = 0; round < 20 / step; round++) {
    const sums = kernel.map((row) => {
      let [re, im] = [0, 0]
      for (const [i, value] of row.entries()) {
        re += density[i]! * value.re
        im += density[i]! * value.im
      }
      return { re, im }
    })
    density = Float64Array.from({ length: points }, (_, i) => {
      let sum = 1
      for (const [m, { im, re }] of sums.entries()) {
        const angle = ((m + 1) * 2 * Math.PI * i) / points
        sum += 2 * (re * Math.cos(angle) + im * Math.sin(angle))
      }
      return sum / points
    })
  }
  let velocity = 0
  for (const [i, move] of moves.entries())
    for (const [q, by] of move.entries()) velocity += density[i]! * weights[q]! * by
  return velocity / step
}

describe("Heun's scheme", () => {
  it("is of weak order 2", () => {
    const exact = meanVelocity(1.2, 0.2)
    const error = (step: number): number =>
      Math.abs(velocityOfScheme("phi1' = 1.2 - sin(phi1); noise 0.4", step) - exact)
    expect(error(0.1)).toBeLessThan(2e-3)
    expect(Math.log2(error(0.2) / error(0.1))).toBeGreaterThan(1.9)
  })

  it("keeps the covariance of a singular noise matrix", () => {
    const l = law("x' = -x + 0.5 y; y' = -0.4 y; z' = x - z; noise [[0.4, 0.2, 0], [0.2, 0.1, 0], [0, 0, 0]]")
    const { values } = simulate(l, { interval: 1, substeps: 20, samples: 30_000, discard: 30, seed: "singular" })
    const sums = new Float64Array(9)
    for (let t = 0; t < values.length; t += 3)
      for (let k = 0; k < 3; k++)
        for (let m = 0; m < 3; m++)
          sums[3 * k + m] = sums[3 * k + m]! + (values[t + k]! * values[t + m]!) / (values.length / 3)
    const { covariance } = linearTransition([-1, 0.5, 0, 0, -0.4, 0, 1, 0, -1], [0, 0, 0], l.noise.flat(), 60)
    for (const [i, value] of covariance.entries()) expect(Math.abs(sums[i]! - value)).toBeLessThan(0.02)
  })

  it("is the same for the same seed, and goes on where it was told to start", () => {
    const l = law("phi1' = 1.5 - sin(phi1); noise 0.2")
    const options = { interval: 0.1, samples: 50, start: [2], seed: "again" }
    const first = simulate(l, options)
    expect(first.values[0]).toBe(2)
    expect(simulate(l, options).values).toEqual(first.values)
    expect(simulate(l, { ...options, seed: "other" }).values).not.toEqual(first.values)
    expect(meanVelocityOf(first, 0, 4).value).toBeGreaterThan(0)
  })

  it("refuses noise with a negative direction, and flows that leave all bounds", () => {
    const l = law("x' = x; y' = y; noise 1")
    expect(() =>
      heun({
        ...l,
        noise: [
          [1, 2],
          [2, 1]
        ]
      })
    ).toThrow("negative direction")
    expect(() => simulate(law("x' = x^2; noise 0"), { interval: 1, samples: 9, start: [1], seed: "x" })).toThrow(
      "leaves all bounds"
    )
  })
})
