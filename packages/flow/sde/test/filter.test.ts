import { describe, expect, it } from "vitest"
import {
  filter,
  fitFilter,
  linearTransition,
  makeLibrary,
  makeNormals,
  plasmaJunction,
  simulate,
  termName
} from "../src/index.ts"
import { cholesky, solveCholesky } from "../src/linear/cholesky.ts"
import { law } from "./laws.ts"

/** Log-density of a normal vector, by its whole covariance at once. */
const logDensity = (rest: Float64Array, covariance: Float64Array): number => {
  const n = rest.length
  const root = cholesky(covariance, n)!
  const solved = solveCholesky(root, n, rest.slice())
  let log = -0.5 * n * Math.log(2 * Math.PI)
  for (let i = 0; i < n; i++) log -= 0.5 * rest[i]! * solved[i]! + Math.log(root[i * n + i]!)
  return log
}

describe("the Gaussian filter", () => {
  it("gives a linear flow the density that all its samples have together", () => {
    // x is read with errors, y is hidden; one sample is missing.
    const slope = [-1, 1, 0, -0.5]
    const noise = [0.05, 0, 0, 0.8]
    const sigma = 0.1
    const interval = 0.2
    const l = law("x' = -x + y; y' = -0.5 y; noise 0.05, 0.8")
    const { values } = simulate(l, { interval, samples: 14, seed: "kalman", discard: 10 })
    const { normal } = makeNormals("kalman errors")
    const readings = Float64Array.from({ length: 14 }, (_, t) => values[2 * t]! + sigma * normal())
    readings[6] = Number.NaN
    const ours = filter(l, { observed: [0], readingError: [sigma] }, { interval, values: readings })
    // Every reading is linear in the start and the noises: build the joint covariance, conditioned on nothing, with the
    // start as the filter takes it: the first reading exactly, the hidden coordinate with its width.
    const width = Math.max(
      1,
      Math.sqrt(
        [...readings.keys()].slice(1).reduce((s, t) => {
          const v = (readings[t]! - readings[t - 1]!) / interval
          return Number.isNaN(v) ? s : s + v * v
        }, 0) / 11
      )
    )
    const { covariance: q, propagator: p } = linearTransition(slope, [0, 0], noise, interval)
    const states: Array<{ mean: ReadonlyArray<number>; cov: ReadonlyArray<ReadonlyArray<number>> }> = []
    const cross: Array<Array<ReadonlyArray<number>>> = []
    let mean: ReadonlyArray<number> = [readings[0]!, 0]
    let cov: ReadonlyArray<ReadonlyArray<number>> = [
      [sigma * sigma + 1e-12, 0],
      [0, width * width]
    ]
    const times = (m: ReadonlyArray<ReadonlyArray<number>>): ReadonlyArray<ReadonlyArray<number>> =>
      [0, 1].map((i) => [0, 1].map((j) => p[2 * i]! * m[0]![j]! + p[2 * i + 1]! * m[1]![j]!))
    const transposed = (m: ReadonlyArray<ReadonlyArray<number>>): ReadonlyArray<ReadonlyArray<number>> =>
      [0, 1].map((i) => [0, 1].map((j) => m[j]![i]!))
    for (let t = 1; t < 14; t++) {
      mean = [0, 1].map((i) => p[2 * i]! * mean[0]! + p[2 * i + 1]! * mean[1]!)
      const half = times(cov)
      cov = transposed(times(transposed(half))).map((row, i) => row.map((v, j) => v + q[2 * i + j]!))
      states.push({ mean, cov })
      // Covariance of x now with x at each later time: propagate the column.
      const row: Array<ReadonlyArray<number>> = []
      let column: ReadonlyArray<number> = [cov[0]![0]!, cov[1]![0]!]
      for (let s = t; s < 14; s++) {
        row.push(column)
        column = [0, 1].map((i) => p[2 * i]! * column[0]! + p[2 * i + 1]! * column[1]!)
      }
      cross.push(row)
    }
    const seen = [...states.keys()].filter((i) => !Number.isNaN(readings[i + 1]!))
    const n = seen.length
    const covariance = new Float64Array(n * n)
    for (const [a, i] of seen.entries()) {
      for (const [b, j] of seen.entries()) {
        const [early, late] = i < j ? [i, j] : [j, i]
        covariance[a * n + b] = cross[early]![late - early]![0]! + (i === j ? sigma * sigma : 0)
      }
    }
    const rest = Float64Array.from(seen, (i) => readings[i + 1]! - states[i]!.mean[0]!)
    expect(ours.logLikelihood).toBeCloseTo(logDensity(rest, covariance), 3)
  })

  it("reads a junction's law from its phase alone, through reading errors", () => {
    const truth = plasmaJunction(0.6, 0.5, 0.2)
    const interval = 0.1
    const { values } = simulate(truth, { interval, samples: 12_000, substeps: 20, discard: 20, seed: "rcsj" })
    const { normal } = makeNormals("reading")
    const readings = Float64Array.from({ length: 12_000 }, (_, t) => values[2 * t]! + 0.02 * normal())
    const { space } = truth
    const library = makeLibrary(space, { harmonics: 1, degree: 1 })
    const wanted = library.filter((term) => ["1", "v", "sin(phi1)"].includes(termName(space, term)))
    const fit = fitFilter(
      {
        space,
        fixed: [{ coordinate: 0, term: library.find((term) => termName(space, term) === "v")!, value: 1 }],
        entries: wanted.map((term) => ({ coordinate: 1, term })),
        noisy: [1],
        observed: [0],
        readingError: true
      },
      { interval, values: readings },
      { values: [0, -0.3, 0], noise: [0.3], readingError: 0.05 }
    )
    const known = [0.6, -0.5, -1]
    for (const [j, value] of known.entries()) expect(Math.abs(fit.values[j]! - value) / fit.errors[j]!).toBeLessThan(4)
    expect(Math.abs(fit.noise[0]! - 0.2) / fit.noiseErrors[0]!).toBeLessThan(4)
    expect(Math.abs(fit.readingError - 0.02) / fit.readingErrorError).toBeLessThan(4)
    // What differences would say is an order of magnitude off; the errors here are a few per cent.
    expect(fit.errors[1]!).toBeLessThan(0.1)
  })

  it("starts afresh where a gap is too long to carry anything across", () => {
    const l = law("x' = 0; noise 1")
    const values = Float64Array.from({ length: 40 }, (_, t) => (t > 5 && t < 30 ? Number.NaN : t > 20 ? 1e6 : 0))
    const { steps } = filter(l, { observed: [0], readingError: [0.1] }, { interval: 1, values }, { lost: 5 })
    expect(steps[30]).toBe(0)
    expect(steps[31]).toBeLessThan(0)
    expect(steps[31]).toBeGreaterThan(-3)
  })
})
