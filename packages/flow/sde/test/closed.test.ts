import { describe, expect, it } from "vitest"
import {
  beatFrequency,
  diffusionOf,
  effectiveDiffusion,
  loadedCoupling,
  meanVelocity,
  meanVelocityOf,
  plasmaJunction,
  retrappingBias,
  rlcLoad,
  simulate,
  slipRate,
  slipsOf,
  type Measured,
  type Trajectory
} from "../src/index.ts"
import { law } from "./laws.ts"

/** A long trajectory as one step sequence: the simulator's own figures against the closed forms. */
const junction = (bias: number, gamma: number, samples: number, seed: string): Trajectory =>
  simulate(law(`phase phi1; phi1' = ${bias} - sin(phi1); noise ${2 * gamma}`), {
    interval: 0.1,
    substeps: 3,
    samples,
    discard: 50,
    seed
  })

const z = ({ error, value }: Measured, exact: number): number => (value - exact) / error

describe("closed forms of the overdamped junction", () => {
  it("agree with each other where they meet", () => {
    // Ambegaokar–Halperin against the same by quadrature of the stationary current, and against its limits.
    const byQuadrature = (bias: number, gamma: number): number => {
      const n = 720
      const h = (2 * Math.PI) / n
      let sum = 0
      for (let a = 0; a < n; a++) {
        for (let b = 0; b < n; b++) {
          const [x, y] = [a * h, (b + 0.5) * h]
          sum += Math.exp((-Math.cos(x) + Math.cos(x - y) - bias * y) / gamma) / (n * n)
        }
      }
      return (gamma * (1 - Math.exp((-2 * Math.PI * bias) / gamma))) / (2 * Math.PI * sum)
    }
    for (const [bias, gamma] of [
      [0.5, 0.2],
      [0.9, 0.1],
      [1, 1],
      [2, 0.5]
    ] as const)
      expect(meanVelocity(bias, gamma) / byQuadrature(bias, gamma)).toBeCloseTo(1, 3)
    expect(meanVelocity(1.5, 0)).toBe(Math.sqrt(1.25))
    expect(meanVelocity(1.5, 1e-3)).toBeCloseTo(Math.sqrt(1.25), 5)
    expect(meanVelocity(0.3, 50)).toBeCloseTo(0.3, 3)
    expect(meanVelocity(-0.8, 0.2)).toBeCloseTo(-meanVelocity(0.8, 0.2), 12)
    // Kramers: the ratio falls to 1 as the temperature does.
    const ratios = [0.2, 0.1, 0.06, 0.04].map(
      (gamma) => (2 * Math.PI * slipRate(0.5, gamma)) / meanVelocity(0.5, gamma)
    )
    for (const [i, ratio] of ratios.slice(1).entries())
      expect(Math.abs(ratio - 1)).toBeLessThan(Math.abs(ratios[i]! - 1))
    expect(ratios.at(-1)).toBeCloseTo(1.019, 2)
    // Free diffusion, and the giant one near the critical bias.
    expect(effectiveDiffusion(20, 0.3)).toBeCloseTo(0.3, 2)
    expect(effectiveDiffusion(0.9, 0.1)).toBeCloseTo(0.368, 3)
    expect(effectiveDiffusion(1.5, 0.1)).toBeCloseTo(0.21, 3)
  })

  it("are what the simulator does", () => {
    for (const [bias, gamma] of [
      [0.9, 0.1],
      [1.2, 0.5],
      [1.5, 0.1]
    ] as const) {
      const trajectory = junction(bias, gamma, 60_000, `velocity ${bias}`)
      expect(Math.abs(z(meanVelocityOf(trajectory, 0), meanVelocity(bias, gamma)))).toBeLessThan(4)
      expect(Math.abs(z(diffusionOf(trajectory, 0, 128), effectiveDiffusion(bias, gamma)))).toBeLessThan(4)
    }
  })

  it("count slips", () => {
    const trajectory = junction(0.5, 0.15, 200_000, "slips")
    const { backward, forward, rate } = slipsOf(trajectory, 0, Math.asin(0.5))
    expect(forward).toBeGreaterThan(10 * backward)
    expect(Math.abs(z(rate, meanVelocity(0.5, 0.15) / (2 * Math.PI)))).toBeLessThan(4)
  })

  it("are those of two rotators as well", () => {
    const [detuning, coupling, gamma] = [0.3, 0.1, 0.02]
    const rotators = law(
      `phi1' = 2.3 + ${coupling} sin(phi2 - phi1); phi2' = 2 - ${coupling} sin(phi2 - phi1); noise ${2 * gamma}`
    )
    const { interval, values } = simulate(rotators, { interval: 0.2, substeps: 4, samples: 60_000, seed: "adler" })
    const space = { coordinates: [{ name: "psi", kind: "phase" as const }], loops: [] }
    const psi = Float64Array.from({ length: values.length / 2 }, (_, t) => values[2 * t]! - values[2 * t + 1]!)
    const exact = beatFrequency(detuning, 2 * coupling, 2 * gamma)
    expect(Math.abs(z(meanVelocityOf({ space, interval, values: psi }, 0), exact))).toBeLessThan(4)
  })
})

describe("closed forms of other circuits", () => {
  it("catch an underdamped junction at 4α / π", () => {
    const damping = 0.1
    const velocityAt = (bias: number): number => {
      const { values } = simulate(plasmaJunction(bias, damping, 0), {
        interval: 1,
        substeps: 20,
        samples: 600,
        start: [0, 3],
        seed: "none"
      })
      return (values.at(-2)! - values.at(-202)!) / 100
    }
    const bound = retrappingBias(damping)
    expect(velocityAt(bound * 1.05)).toBeGreaterThan(0.3)
    expect(velocityAt(bound * 0.95)).toBeLessThan(1e-3)
  })

  it("lock two junctions of a shared load, and let them beat", () => {
    const load = { resistance: 3, inductance: 10, capacitance: 1 }
    const { pull } = loadedCoupling({ bias: 1.5, junctions: 2, ...load })
    expect(pull).toBeCloseTo(0.0601, 3)
    const beat = (spread: number): number => {
      const circuit = rlcLoad({ criticalCurrents: [1 - spread, 1 + spread], gamma: 0 }, 1.5, load)
      // From the load's balance: its capacitor holds what keeps the mean current of the load at 0.
      const { values } = simulate(circuit, {
        interval: 1,
        substeps: 25,
        samples: 1600,
        start: [0, 0.5, 0, 2 * Math.sqrt(1.25)],
        seed: "none"
      })
      const difference = (t: number): number => values[4 * t]! - values[4 * t + 1]!
      return Math.abs(difference(1599) - difference(800)) / 799
    }
    const detuning = (spread: number): number =>
      Math.sqrt(2.25 - (1 - spread) ** 2) - Math.sqrt(2.25 - (1 + spread) ** 2)
    expect(detuning(0.02)).toBeLessThan(pull)
    expect(beat(0.02)).toBeLessThan(0.05 * detuning(0.02))
    expect(detuning(0.04)).toBeGreaterThan(pull)
    // First order in the load's admittance: right to a tenth.
    expect(Math.abs(beat(0.06) / Math.sqrt(detuning(0.06) ** 2 - pull ** 2) - 1)).toBeLessThan(0.1)
    expect(beat(0.06)).toBeGreaterThan(0.07)
  })
})
