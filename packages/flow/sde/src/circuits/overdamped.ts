import { diagonal, type Law } from "../law/law.ts"
import { junctionSpace, lawFrom, termsIn } from "./circuit.ts"

/**
 * Overdamped junctions, β_c → 0, in units of a reference junction: time in 1/ω_c = ħ / (2e I_c R), currents in I_c,
 * resistances in R. One junction obeys φ′ = i − I sin φ + noise 2Γ, Γ = 2e k_B T / (ħ I_c).
 */
export interface OverdampedJunctions {
  /** Critical current of each junction; 1 is the reference. */
  readonly criticalCurrents: ReadonlyArray<number>
  /** Γ of each junction's resistance, at least 0. */
  readonly gammas: ReadonlyArray<number>
}

/** Junctions on their own, each with its bias current. */
export const uncoupled = (junctions: OverdampedJunctions, biases: ReadonlyArray<number>): Law =>
  thirdJunction(junctions, biases, 0)

/**
 * Each pair of neighbours k, k + 1 joined by a further junction of critical current κ, whose own conductance is
 * neglected: φ_k′ = i_k − I_k sin φ_k + κ sin(φ_{k±1} − φ_k). Noise is 2Γ_k, uncorrelated.
 */
export const thirdJunction = (
  { criticalCurrents, gammas }: OverdampedJunctions,
  biases: ReadonlyArray<number>,
  coupling: number
): Law => {
  const n = criticalCurrents.length
  const space = junctionSpace(n)
  const { constant, sine } = termsIn(space)
  const sums = criticalCurrents.map((critical, k) => [
    constant(biases[k]!),
    sine(-critical, [k, 1]),
    ...(k > 0 ? [sine(coupling, [k - 1, 1], [k, -1])] : []),
    ...(k + 1 < n ? [sine(coupling, [k + 1, 1], [k, -1])] : [])
  ])
  return lawFrom(space, sums, diagonal(gammas.map((gamma) => 2 * gamma)))
}

/**
 * A series array with a resistive load in parallel to all of it:
 * φ_k′ = iR/(R + N) − I_k sin φ_k + Σ_j I_j sin φ_j / (R + N). The load's current is common, so the noise is
 * correlated: 2Γ (δ_kl − 1/(R + N)) at one temperature (after S. A. Marvel, S. H. Strogatz, 2009).
 */
export const resistiveLoad = (
  { criticalCurrents, gamma }: { readonly criticalCurrents: ReadonlyArray<number>; readonly gamma: number },
  bias: number,
  load: number
): Law => {
  const n = criticalCurrents.length
  const space = junctionSpace(n)
  const { constant, sine } = termsIn(space)
  const share = 1 / (load + n)
  const sums = criticalCurrents.map((critical, k) => [
    constant(bias * load * share),
    sine(-critical, [k, 1]),
    ...criticalCurrents.map((other, j) => sine(other * share, [j, 1]))
  ])
  const noise = criticalCurrents.map((_, k) => criticalCurrents.map((__, l) => 2 * gamma * ((k === l ? 1 : 0) - share)))
  return lawFrom(space, sums, noise)
}

/**
 * A series array with a resistor, an inductance and a capacitor in parallel to all of it (K. Wiesenfeld, P. Colet,
 * S. H. Strogatz, 1996): φ_k′ = i − I_k sin φ_k − q, l q′ = Σ (i − I_j sin φ_j) − (R + N) q − Q/c, Q′ = q.
 *
 * Each junction's noise drives its phase and, through the voltage, q: ⟨dn_k dn_q⟩ = 2Γ/l, ⟨dn_q²⟩ = 2Γ (N + R)/l².
 * Q has none, so the matrix is singular.
 */
export const rlcLoad = (
  { criticalCurrents, gamma }: { readonly criticalCurrents: ReadonlyArray<number>; readonly gamma: number },
  bias: number,
  load: { readonly resistance: number; readonly inductance: number; readonly capacitance: number }
): Law => {
  const n = criticalCurrents.length
  const space = junctionSpace(n, ["q", "Q"])
  const { constant, form, sine } = termsIn(space)
  const { capacitance, inductance, resistance } = load
  const sums = [
    ...criticalCurrents.map((critical, k) => [constant(bias), sine(-critical, [k, 1]), form(-1, 0)]),
    [
      constant((n * bias) / inductance),
      ...criticalCurrents.map((critical, j) => sine(-critical / inductance, [j, 1])),
      form(-(resistance + n) / inductance, 0),
      form(-1 / (capacitance * inductance), 1)
    ],
    [form(1, 0)]
  ]
  const noise = Array.from({ length: n + 2 }, (_, k) =>
    Array.from({ length: n + 2 }, (__, l) => {
      if (k > n || l > n) return 0
      if (k === n && l === n) return (2 * gamma * (n + resistance)) / inductance ** 2
      if (k === n || l === n) return (2 * gamma) / inductance
      return k === l ? 2 * gamma : 0
    })
  )
  return lawFrom(space, sums, noise)
}

/**
 * A dc SQUID: two junctions in a loop of inductance β_L = 2πLI_c/Φ₀ threaded by the flux φ_x (radians, 2π for one
 * quantum), biased by i in all: φ_{1,2}′ = i/2 − I sin φ_{1,2} ∓ (φ₁ − φ₂ − φ_x)/β_L. Not periodic in φ₁ − φ₂.
 */
export const inductiveLoop = (
  { criticalCurrents, gammas }: OverdampedJunctions,
  bias: number,
  { flux, inductance }: { readonly flux: number; readonly inductance: number }
): Law => {
  const space = junctionSpace(2, [], [[0, 1]])
  const { constant, form, sine } = termsIn(space)
  const sums = criticalCurrents.slice(0, 2).map((critical, k) => {
    const side = k === 0 ? -1 : 1
    return [constant(bias / 2 - (side * flux) / inductance), sine(-critical, [k, 1]), form(side / inductance, 0)]
  })
  return lawFrom(space, sums, diagonal(gammas.slice(0, 2).map((gamma) => 2 * gamma)))
}
