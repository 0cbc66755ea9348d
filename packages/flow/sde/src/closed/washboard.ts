/**
 * Mean velocity of the overdamped junction φ′ = i − sin φ + √(2Γ) ξ, exact for every Γ > 0, in units of I_c R.
 *
 * V. Ambegaokar, B. I. Halperin (1969); Yu. M. Ivanchenko, L. A. Zil'berman (1968). Here by the continued fraction of
 * the stationary Fourier moments, S_n = 1 / (2nΓ − 2ji + S_{n+1}), v = i − Im S₁, which needs no Bessel functions.
 * `bias` is I / I_c, `gamma` is Γ = k_B T / E_J; for Γ = 0 it is √(i² − 1), or 0 below the critical current.
 */
export const meanVelocity = (bias: number, gamma: number): number => {
  if (gamma === 0) return Math.abs(bias) <= 1 ? 0 : Math.sign(bias) * Math.sqrt(bias * bias - 1)
  // Deep enough that 2nΓ outweighs everything else; the fraction contracts from there.
  const depth = Math.ceil(60 + (20 * (1 + Math.abs(bias))) / gamma)
  let re = 0
  let im = 0
  for (let n = depth; n >= 1; n--) {
    const a = 2 * n * gamma + re
    const b = -2 * bias + im
    const square = a * a + b * b
    re = a / square
    im = -b / square
  }
  return bias - im
}

/**
 * Beat of two rotators, ψ′ = Δ − a sin ψ + √(2Γ) ξ (R. Adler, 1946, with noise): the junction again, scaled by a > 0.
 * Two junctions coupled by κ sin(φ₂ − φ₁) each with its own noise have a = 2κ and twice the Γ of one.
 */
export const beatFrequency = (detuning: number, coupling: number, gamma: number): number =>
  coupling * meanVelocity(detuning / coupling, gamma / coupling)

/**
 * Effective diffusion of the overdamped junction, lim ⟨δφ²⟩ / 2t, for Γ > 0.
 *
 * P. Reimann, C. Van den Broeck, H. Linke, P. Hänggi, J. M. Rubi, A. Pérez-Madrid (2001), equation 9:
 * Γ ⟨I₊² I₋⟩ / ⟨I₊⟩³, both by the midpoint rule on `nodes` points; its relative error is about (bias / (Γ nodes))².
 */
export const effectiveDiffusion = (bias: number, gamma: number, nodes = 720): number => {
  const potential = (x: number): number => -Math.cos(x) - bias * x
  const h = (2 * Math.PI) / nodes
  let once = 0
  let thrice = 0
  for (let a = 0; a < nodes; a++) {
    const x = a * h
    let plus = 0
    let minus = 0
    for (let b = 0; b < nodes; b++) {
      const y = (b + 0.5) * h
      plus += Math.exp((potential(x) - potential(x - y)) / gamma) / nodes
      minus += Math.exp((potential(x + y) - potential(x)) / gamma) / nodes
    }
    once += plus / nodes
    thrice += (plus * plus * minus) / nodes
  }
  return (gamma * thrice) / once ** 3
}

/**
 * Rate of phase slips of a trapped overdamped junction, |i| < 1, low temperature (H. A. Kramers, 1940):
 * √(1 − i²) / 2π · exp(−ΔU / Γ) downhill, ΔU = 2 (√(1 − i²) − i arccos i).
 */
export const slipRate = (bias: number, gamma: number): number => {
  const root = Math.sqrt(1 - bias * bias)
  return (root / (2 * Math.PI)) * Math.exp((-2 * (root - bias * Math.acos(bias))) / gamma)
}

/** Bias at which an underdamped running junction is caught again, in the limit of small damping α: 4α / π. */
export const retrappingBias = (damping: number): number => (4 * damping) / Math.PI

/**
 * Phase coupling of N junctions in series with a shared RLC load, averaged to first order
 * (K. Wiesenfeld, P. Colet, S. H. Strogatz, 1996): junctions whose frequencies differ by less than `pull` lock.
 */
export const loadedCoupling = ({
  bias,
  capacitance,
  inductance,
  junctions,
  resistance
}: {
  /** I / I_c, greater than 1. */
  readonly bias: number
  /** Load elements in units of the junction's: R/R_J, l = 2e I_c L / ħ, c = 2e I_c R_J² C / ħ. */
  readonly resistance: number
  readonly inductance: number
  readonly capacitance: number
  readonly junctions: number
}): { readonly strength: number; readonly pull: number } => {
  const frequency = Math.sqrt(bias * bias - 1)
  const reactance = inductance * frequency * frequency - 1 / capacitance
  const size = Math.hypot(reactance, frequency * (resistance + junctions))
  const strength = (junctions * frequency * (bias - frequency)) / size
  return { strength, pull: (strength * reactance) / size }
}
