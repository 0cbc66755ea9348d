/** Elementary charge in C, Planck's constant over 2π in J s, Boltzmann's constant in J/K (SI 2019, exact but for ħ's digits). */
const charge = 1.602176634e-19
const hbar = 6.62607015e-34 / (2 * Math.PI)
const boltzmann = 1.380649e-23

/** A junction in SI units, all greater than 0 but for temperature and capacitance, which may be 0. */
export interface JunctionSI {
  /** Critical current in A. */
  readonly criticalCurrent: number
  /** Shunt resistance in Ω. */
  readonly resistance: number
  /** Capacitance in F. */
  readonly capacitance: number
  /** Temperature in K. */
  readonly temperature: number
}

/** A junction without units, and what its units are. */
export interface JunctionUnits {
  /** Γ = 2e k_B T / (ħ I_c). */
  readonly gamma: number
  /** β_c = 2e I_c R² C / ħ. */
  readonly stewartMcCumber: number
  /** α = 1/√β_c; Infinity without capacitance. */
  readonly damping: number
  /** 1/ω_c = ħ / (2e I_c R), in s. */
  readonly characteristicTime: number
  /** 1/ω_p = √(ħ C / 2e I_c), in s. */
  readonly plasmaTime: number
  /** I_c R, in V: a mean velocity of 1 in units of ω_c. */
  readonly voltage: number
}

/** Converts a junction from SI units. 4.2 K and 1 µA give Γ = 0.176. */
export const fromSI = ({ capacitance, criticalCurrent, resistance, temperature }: JunctionSI): JunctionUnits => {
  const perFlux = (2 * charge) / hbar
  const stewartMcCumber = perFlux * criticalCurrent * resistance * resistance * capacitance
  return {
    gamma: (perFlux * boltzmann * temperature) / criticalCurrent,
    stewartMcCumber,
    damping: 1 / Math.sqrt(stewartMcCumber),
    characteristicTime: 1 / (perFlux * criticalCurrent * resistance),
    plasmaTime: Math.sqrt(capacitance / (perFlux * criticalCurrent)),
    voltage: criticalCurrent * resistance
  }
}

/** Inductance of a loop in H as β_L = 2e L I_c / ħ (2πLI_c/Φ₀), of a load as the same number l. */
export const inductanceUnits = (inductance: number, criticalCurrent: number): number =>
  ((2 * charge) / hbar) * inductance * criticalCurrent
