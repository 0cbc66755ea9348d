import { describe, expect, it } from "vitest"
import {
  fromSI,
  inductanceUnits,
  inductiveLoop,
  plasmaJunction,
  printLaw,
  resistiveLoad,
  rlcLoad,
  simulate,
  thirdJunction,
  uncoupled,
  withCapacitance
} from "../src/index.ts"
import { coupled, law } from "./laws.ts"

const short = (text: ReturnType<typeof law>): string =>
  printLaw(text, { number: (value) => Number(value.toPrecision(6)).toString() })

const alike = { criticalCurrents: [1, 1], gammas: [0.1, 0.1] }

describe("circuits", () => {
  it("are the laws of the literature", () => {
    expect(short(thirdJunction(alike, [1.3, 1.15], 0.25))).toBe(coupled)
    expect(short(uncoupled({ criticalCurrents: [1], gammas: [0.2] }, [1.5]))).toBe("phi1' = 1.5 - sin(phi1); noise 0.4")
    expect(short(resistiveLoad({ criticalCurrents: [1, 1], gamma: 0.1 }, 1.6, 2))).toBe(
      "phi1' = 0.8 - 0.75 sin(phi1) + 0.25 sin(phi2); phi2' = 0.8 - 0.75 sin(phi2) + 0.25 sin(phi1); noise [[0.15, -0.05], [-0.05, 0.15]]"
    )
    expect(short(inductiveLoop(alike, 2.4, { flux: 1.5, inductance: 1 }))).toBe(
      "phi1' = 2.7 - sin(phi1) - (phi1 - phi2); phi2' = -0.3 - sin(phi2) + (phi1 - phi2); noise 0.2"
    )
    expect(
      short(
        rlcLoad({ criticalCurrents: [1.05, 0.95], gamma: 0.005 }, 1.5, {
          resistance: 0.5,
          inductance: 4,
          capacitance: 1
        })
      )
    ).toBe(
      "phi1' = 1.5 - 1.05 sin(phi1) - q; phi2' = 1.5 - 0.95 sin(phi2) - q; " +
        "q' = 0.75 - 0.2625 sin(phi1) - 0.2375 sin(phi2) - 0.625 q - 0.25 Q; Q' = q; " +
        "noise [[0.01, 0, 0.0025, 0], [0, 0.01, 0.0025, 0], [0.0025, 0.0025, 0.0015625, 0], [0, 0, 0, 0]]"
    )
    expect(short(plasmaJunction(0.6, 0.3, 0.2))).toBe("phi1' = v; v' = 0.6 - sin(phi1) - 0.3 v; noise 0, 0.12")
    expect(short(withCapacitance(uncoupled({ criticalCurrents: [1], gammas: [0.2] }, [0.6]), [4]))).toBe(
      "phi1' = v; v' = 0.15 - 0.25 sin(phi1) - 0.25 v; noise 0, 0.025"
    )
    expect(short(withCapacitance(inductiveLoop(alike, 2.4, { flux: 1.5, inductance: 1 }), [2, 4]))).toBe(
      "phi1' = v1; phi2' = v2; v1' = 1.35 - 0.5 sin(phi1) - 0.5 (phi1 - phi2) - 0.5 v1; " +
        "v2' = -0.075 - 0.25 sin(phi2) + 0.25 (phi1 - phi2) - 0.25 v2; noise 0, 0, 0.05, 0.0125"
    )
  })

  it("keep fluctuation and dissipation in balance", () => {
    // Equipartition of an underdamped junction without bias, ⟨v²⟩ = Γ in plasma units.
    const gamma = 0.3
    const { values } = simulate(plasmaJunction(0, 0.5, gamma), {
      interval: 0.5,
      substeps: 10,
      samples: 40_000,
      discard: 50,
      seed: "equipartition"
    })
    let sum = 0
    for (let i = 1; i < values.length; i += 2) sum += values[i]! ** 2
    expect(Math.abs(sum / (values.length / 2) / gamma - 1)).toBeLessThan(0.04)
    // The energy of a coupled pair without bias is weighed by exp(−E/Γ): ⟨cos φ⟩ against quadrature.
    const pair = law("phi1' = -sin(phi1) + 0.5 sin(phi2 - phi1); phi2' = -sin(phi2) - 0.5 sin(phi2 - phi1); noise 1")
    const run = simulate(pair, { interval: 0.5, substeps: 10, samples: 40_000, discard: 50, seed: "balance" })
    let cosine = 0
    for (let i = 0; i < run.values.length; i += 2) cosine += Math.cos(run.values[i]!)
    let [weight, exact] = [0, 0]
    for (let a = 0; a < 120; a++) {
      for (let b = 0; b < 120; b++) {
        const [x, y] = [(a * Math.PI) / 60, (b * Math.PI) / 60]
        const w = Math.exp((Math.cos(x) + Math.cos(y) + 0.5 * Math.cos(y - x)) / 0.5)
        weight += w
        exact += w * Math.cos(x)
      }
    }
    expect(cosine / (run.values.length / 2)).toBeCloseTo(exact / weight, 1)
  })
})

describe("SI units", () => {
  it("are the figures of textbooks", () => {
    // 4.2 K and 1 µA: Γ = 0.176; 1 µA through 10 Ω is 10 µV, 4.84 GHz, ω_c = 3.04·10¹⁰/s.
    const units = fromSI({ criticalCurrent: 1e-6, resistance: 10, capacitance: 1e-12, temperature: 4.2 })
    expect(units.gamma).toBeCloseTo(0.1762, 3)
    expect(units.voltage).toBeCloseTo(1e-5, 12)
    expect(1 / (2 * Math.PI * units.characteristicTime)).toBeCloseTo(4.83598e9, -5)
    expect(units.stewartMcCumber).toBeCloseTo(0.3039, 3)
    // The plasma period is the geometric mean of the two others: ω_p = ω_c √β_c⁻¹.
    expect((units.plasmaTime * units.damping) / units.characteristicTime).toBeCloseTo(1, 9)
    // One flux quantum through 1 nH at 2.07 µA: β_L = 2π.
    expect(inductanceUnits(1e-9, 2.067833848e-6)).toBeCloseTo(2 * Math.PI, 6)
  })
})
