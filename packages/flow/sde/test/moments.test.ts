import { describe, expect, it } from "vitest"
import {
  compileSums,
  everywhere,
  expand,
  extend,
  makeLibrary,
  predictor,
  simulate,
  takeKramersMoyal,
  makeBins,
  takeMoments,
  type Trajectory
} from "../src/index.ts"
import { coupled, law } from "./laws.ts"

const withGaps = (trajectory: Trajectory): Trajectory => {
  const d = trajectory.space.coordinates.length
  const values = trajectory.values.slice()
  for (const t of [7, 8, 40, 111]) values.fill(Number.NaN, t * d, (t + 1) * d)
  return { ...trajectory, values }
}

/** Steps of a trajectory with nothing missing: state and increment. */
const stepsOf = ({ space, values }: Trajectory) => {
  const d = space.coordinates.length
  return Array.from({ length: values.length / d - 1 }, (_, t) => ({
    x: values.slice(t * d, (t + 1) * d),
    step: Float64Array.from({ length: d }, (__, k) => values[(t + 1) * d + k]! - values[t * d + k]!)
  })).filter(({ step }) => step.every((value) => !Number.isNaN(value)))
}

const cases = [
  { text: coupled, library: {} },
  {
    text: "phi1' = 1.5 - sin(phi1) - 0.5 d; d' = 0.5 - d; noise [[0.4, 0.1], [0.1, 0.8]]",
    library: { harmonics: 1, degree: 2 }
  },
  {
    text: "phi1' = 1 - sin(phi1) - (phi1 - phi2); phi2' = 1 - sin(phi2) + (phi1 - phi2); noise 0.2",
    library: { harmonics: 1, degree: 1 }
  }
]

describe("moments", () => {
  it("are the sums over all steps, gaps left out", () => {
    for (const { library, text } of cases) {
      const l = law(text)
      const trajectory = withGaps(simulate(l, { interval: 0.1, samples: 200, seed: "moments" }))
      const entries = everywhere(l.space, makeLibrary(l.space, library))
      const extended = extend(l.space, 0.1, entries, 2)
      const moments = takeMoments(extended, [trajectory])
      const steps = stepsOf(trajectory)
      expect(moments.steps).toBe(steps.length)
      // Expand a law both ways: by the moments, and step by step.
      const values = Float64Array.from(entries, (_, j) => Math.sin(3 * j + 1) / 2)
      const noise = l.noise.flat()
      const { covariance, means } = expand(extended, moments, values, noise, 2, "both")
      const drift = l.space.coordinates.map((_, k) =>
        entries.flatMap(({ coordinate, term }, j) => (coordinate === k ? [{ term, value: values[j]! }] : []))
      )
      const direct = predictor({ space: l.space, drift, noise: l.noise }, 0.1, 2)
      const n = extended.basis.length
      const cross = new Float64Array(4)
      const total = new Float64Array(4)
      for (const { step, x } of steps) {
        direct.at(x)
        for (const i of [0, 1]) {
          for (const j of [0, 1]) {
            cross[i * 2 + j] = cross[i * 2 + j]! + direct.mean[i]! * step[j]!
            total[i * 2 + j] = total[i * 2 + j]! + direct.covariance[i * 2 + j]!
          }
        }
      }
      for (const i of [0, 1]) {
        for (const j of [0, 1]) {
          let sum = 0
          for (let b = 0; b < n; b++) sum += means[i]![b]! * moments.cross[j]![b]!
          expect(sum).toBeCloseTo(cross[i * 2 + j]!, 8)
          expect(covariance[i * 2 + j]!).toBeCloseTo(total[i * 2 + j]!, 8)
        }
      }
    }
  })

  it("hold the products of the library", () => {
    const l = law(cases[1]!.text)
    const library = makeLibrary(l.space, { harmonics: 2, degree: 2 })
    const trajectory = withGaps(simulate(l, { interval: 0.1, samples: 200, seed: "gram" }))
    const extended = extend(l.space, 0.1, everywhere(l.space, library), 1)
    const { gram } = takeMoments(extended, [trajectory])
    const evaluate = compileSums(
      l.space,
      library.map((term) => [{ term, value: 1 }])
    )
    const out = new Float64Array(library.length)
    const sums = new Float64Array(library.length ** 2)
    for (const { x } of stepsOf(trajectory)) {
      evaluate(x, out)
      for (const i of library.keys())
        for (const j of library.keys()) sums[i * library.length + j] = sums[i * library.length + j]! + out[i]! * out[j]!
    }
    const vectors = library.map((_, j) => extended.vectorOf(extended.elements[j]!))
    const n = extended.basis.length
    for (const i of library.keys()) {
      for (const j of library.keys()) {
        let sum = 0
        for (let a = 0; a < n; a++)
          for (let b = 0; b < n; b++) sum += vectors[i]![a]! * gram[a * n + b]! * vectors[j]![b]!
        expect(sum).toBeCloseTo(sums[i * library.length + j]!, 7)
      }
    }
  })

  it("have the slopes that differences show", () => {
    const l = law(coupled)
    const entries = everywhere(l.space, makeLibrary(l.space))
    const extended = extend(l.space, 0.2, entries, 3)
    const moments = takeMoments(extended, [simulate(l, { interval: 0.2, samples: 50, seed: "slopes" })])
    const values = Float64Array.from(entries, (_, j) => Math.cos(2 * j))
    const noise = [0.2, 0.05, 0.05, 0.3]
    const { slopes } = expand(extended, moments, values, noise, 3, "slopes")
    const h = 1e-6
    for (const j of [0, 3, 8, 14, 25]) {
      const shifted = (by: number) =>
        expand(
          extended,
          moments,
          values.map((v, i) => (i === j ? v + by : v)),
          noise,
          3,
          "slopes"
        ).means
      const [after, before] = [shifted(h), shifted(-h)]
      for (const k of [0, 1])
        for (const [i, slope] of slopes[k]![j]!.entries())
          expect(slope).toBeCloseTo((after[k]![i]! - before[k]![i]!) / (2 * h), 6)
    }
  })
})

describe("the Kramers–Moyal census", () => {
  it("holds every step once, by the bin in which it begins", () => {
    const l = law(cases[1]!.text)
    const trajectory = withGaps(simulate(l, { interval: 0.1, samples: 2000, seed: "census" }))
    const census = takeKramersMoyal([trajectory], makeBins([trajectory], 12))
    const steps = stepsOf(trajectory)
    const sum = (values: Float64Array): number => values.reduce((s, v) => s + v, 0)
    expect(sum(census.counts)).toBe(steps.length)
    for (const k of [0, 1]) {
      const own = steps.reduce((s, { step }) => s + step[k]!, 0)
      expect(sum(census.increments.filter((_, i) => i % 2 === k))).toBeCloseTo(own, 9)
      const squares = steps.reduce((s, { step }) => s + step[0]! * step[k]!, 0)
      expect(sum(census.products.filter((_, i) => i % 4 === k))).toBeCloseTo(squares, 9)
    }
    // The mean state of a bin lies in the bin.
    for (const [i, cell] of census.cells.entries()) {
      for (const [k, bin] of [Math.floor(cell / 12), cell % 12].entries()) {
        const [low, high] = census.bins.ranges[k]!
        const part = ((census.states[2 * i + k]! / census.counts[i]! - low) / (high - low)) * 12
        expect(part).toBeGreaterThanOrEqual(bin - 1e-9)
        expect(part).toBeLessThanOrEqual(bin + 1 + 1e-9)
      }
    }
  })
})
