import { describe, expect, it } from "vitest"
import {
  autocorrelation,
  densityOf,
  innovationsOf,
  type Law,
  makeLibrary,
  makeNormals,
  neighbourCorrelation,
  pitOf,
  scoreDrift,
  scoreMemory,
  scoreNoise,
  shapeOf,
  simulate,
  termName,
  type Trajectory,
  unwrap,
  variogram
} from "../src/index.ts"
import { coupled, law } from "./laws.ts"

const column = ({ values }: { readonly values: Float64Array }, d: number, k: number): Float64Array =>
  Float64Array.from({ length: values.length / d }, (_, t) => values[t * d + k]!)

const run = (l: Law, seed: string, samples = 20_000, interval = 0.1): Trajectory =>
  simulate(l, { interval, samples, discard: 20, seed })

describe("innovations", () => {
  it("are white, normal and free of everything under the law that made them", () => {
    const l = law(coupled)
    const trajectory = run(l, "white", 20_000, 0.2)
    const innovations = innovationsOf(l, 4, trajectory)
    for (const k of [0, 1]) {
      const z = column(innovations, 2, k)
      for (const { error, value } of autocorrelation(z, 5)) expect(Math.abs(value / error)).toBeLessThan(4)
      const { kurtosis, skewness } = shapeOf(z)
      expect(Math.abs(kurtosis.value)).toBeLessThan(0.2)
      expect(Math.abs(skewness.value)).toBeLessThan(0.15)
      expect(Math.abs(pitOf(z).score)).toBeLessThan(5)
      const library = makeLibrary(l.space, { harmonics: 3 })
      expect(Math.abs(scoreDrift(l, innovations, trajectory, library)[k]!.together)).toBeLessThan(4)
      const singles = makeLibrary(l.space, { harmonics: 1 }).slice(1)
      expect(Math.abs(scoreMemory(innovations, trajectory, singles, [1, 2, 4, 8])[k]!.together)).toBeLessThan(4)
      expect(Math.abs(scoreNoise(innovations, trajectory, singles)[k]!.together)).toBeLessThan(4)
    }
    // The score is that of the noise: −½ log(2πe · noise · Δ) for each coordinate, but for what the drift adds.
    expect(innovations.score).toBeCloseTo(-Math.log(2 * Math.PI * Math.E * 0.2 * 0.2), 1)
  })

  it("show the term that a law lacks, and in which equation", () => {
    const whole = law(coupled.replace("phi2' =", "phi2' = 0.2 sin(3 phi2) +"))
    const trajectory = run(whole, "lacking", 40_000)
    const part = law(coupled)
    const innovations = innovationsOf(part, 3, trajectory)
    const library = makeLibrary(part.space, { harmonics: 3 })
    const [other, own] = scoreDrift(part, innovations, trajectory, library)
    const { each, together } = own!
    const strongest = library[each.indexOf(Math.max(...each))]!
    expect(termName(part.space, strongest)).toBe("sin(3 phi2)")
    expect(Math.max(...each)).toBeGreaterThan(8)
    expect(together).toBeGreaterThan(8)
    expect(Math.abs(other!.together)).toBeLessThan(4)
  })

  it("show a coordinate that was not recorded", () => {
    const whole = law("x' = -x + y; y' = -0.5 y; noise 0.05, 0.8")
    const { interval, values } = run(whole, "hidden", 30_000)
    const x: Trajectory = { space: law("x' = x").space, interval, values: column({ values }, 2, 0) }
    // The best law of x alone, by its own regression on itself.
    const innovations = innovationsOf(law("x' = -0.06 x; noise 0.07"), 3, x)
    const [scores] = scoreMemory(innovations, x, makeLibrary(x.space, { degree: 1 }).slice(1), [1, 2, 4, 8, 16])
    expect(scores!.together).toBeGreaterThan(8)
  })

  it("show noise that depends on the state, and not what the drift makes of constant noise", () => {
    const l = law("phi1' = 1.5 - sin(phi1); noise 0.2")
    const terms = makeLibrary(l.space).slice(1)
    const constant = run(l, "constant", 40_000, 0.2)
    expect(Math.abs(scoreNoise(innovationsOf(l, 4, constant), constant, terms)[0]!.together)).toBeLessThan(4)
    // Itô, in small steps of Euler's scheme.
    const { normal } = makeNormals("depends")
    const values = new Float64Array(40_000)
    let x = 0
    for (let t = 0; t < values.length; t++) {
      for (let s = 0; s < 10; s++)
        x += 0.01 * (1.5 - Math.sin(x)) + Math.sqrt(0.2 * (1 + 0.3 * Math.cos(x)) * 0.01) * normal()
      values[t] = x
    }
    const varied: Trajectory = { space: l.space, interval: 0.1, values }
    expect(scoreNoise(innovationsOf(l, 3, varied), varied, terms)[0]!.together).toBeGreaterThan(20)
  })

  it("show jumps", () => {
    const { normal, uniform } = makeNormals("jumps")
    let x = 0
    const values = Float64Array.from({ length: 10_000 }, () => {
      x += 0.03 + Math.sqrt(0.005) * normal() + (uniform() < 0.05 ? 1.2 * normal() : 0)
      return x
    })
    const l = law("phase phi1; phi1' = 0.3; noise 0.77")
    const z = innovationsOf(l, 2, { space: l.space, interval: 0.1, values }).values
    expect(shapeOf(z).kurtosis.value).toBeGreaterThan(10)
    expect(pitOf(z).score).toBeGreaterThan(100)
  })
})

describe("samples", () => {
  it("in no order have no memory of their neighbours", () => {
    const trajectory = run(law("phi1' = 1.5 - sin(phi1); noise 0.2"), "order")
    expect(neighbourCorrelation(trajectory, 0).value).toBeGreaterThan(0.9)
    const { uniform } = makeNormals("shuffle")
    const values = trajectory.values.slice()
    for (let i = values.length - 1; i > 0; i--) {
      const j = Math.floor(uniform() * (i + 1))
      ;[values[i], values[j]] = [values[j]!, values[i]!]
    }
    const { error, value } = neighbourCorrelation({ ...trajectory, values }, 0)
    expect(Math.abs(value)).toBeLessThan(4 * error)
  })

  it("of a smooth coordinate move with the square of the lag, those of a diffusion with the lag", () => {
    const both = run(law("x' = v; v' = -v; noise 0, 1"), "variogram")
    const [x1, x2] = variogram(both, 0, [1, 2]) as [number, number]
    expect(x2 / x1).toBeGreaterThan(3.7)
    const [v1, v2] = variogram(both, 1, [1, 2]) as [number, number]
    expect(v2 / v1).toBeGreaterThan(1.8)
    expect(v2 / v1).toBeLessThan(2)
  })

  it("that were wrapped are unwrapped, across gaps too", () => {
    const trajectory = run(law("phi1' = 1.5 - sin(phi1); noise 0.1"), "wrap", 500)
    const wrapped = trajectory.values.map((x) => x - 2 * Math.PI * Math.floor((x + Math.PI) / (2 * Math.PI)))
    wrapped[100] = Number.NaN
    const again = unwrap({ ...trajectory, values: wrapped }).values
    const shift = again[0]! - trajectory.values[0]!
    const known = [...again.keys()].filter((t) => t !== 100)
    expect(known.map((t) => (again[t]! - shift).toFixed(9))).toEqual(known.map((t) => trajectory.values[t]!.toFixed(9)))
  })

  it("fill the circle as the stationary density says", () => {
    // A junction without bias: exp(cos φ / Γ).
    const trajectory = run(law("phi1' = -sin(phi1); noise 1"), "density", 60_000, 0.3)
    const density = densityOf(trajectory, 0, 8)
    const weights = Array.from({ length: 8 }, (_, b) => {
      let sum = 0
      for (let i = 0; i < 100; i++) sum += Math.exp(Math.cos(((b + (i + 0.5) / 100) * Math.PI) / 4) / 0.5)
      return sum
    })
    const total = weights.reduce((s, w) => s + w, 0)
    for (const [b, share] of density.entries()) expect(share).toBeCloseTo(weights[b]! / total, 1)
  })
})
