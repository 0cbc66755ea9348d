import type { Law } from "../law/law.ts"
import { flatNoise } from "../law/law.ts"
import { compileLocal } from "./local.ts"

/** Moves mean and covariance of a Gaussian on by one interval, in place; state is the mean, then the covariance. */
export type Propagate = (state: Float64Array) => void

/**
 * Mean and covariance of a narrow Gaussian under a law, to second order in its width:
 * m' = f + ½ Σ P_lm ∂_l ∂_m f, P' = A P + P Aᵀ + D, by the classical Runge–Kutta scheme
 * (A. H. Jazwinski, Stochastic Processes and Filtering Theory, 1970, section 9.3, truncated second-order filter).
 */
export const makePropagate = (law: Law, interval: number, substeps: number): Propagate => {
  const d = law.space.coordinates.length
  const size = d + d * d
  const noise = flatNoise(law)
  const { at, bend, drift, pairs, slope } = compileLocal(law)
  const step = interval / substeps
  const flow = (state: Float64Array, out: Float64Array): void => {
    at(state)
    for (let k = 0; k < d; k++) out[k] = drift[k]!
    for (let b = 0; b < pairs.length; b++) {
      const [k, l, m] = pairs[b]!
      out[k] = out[k]! + (l === m ? 0.5 : 1) * state[d + l * d + m]! * bend[b]!
    }
    for (let k = 0; k < d; k++) {
      for (let l = 0; l <= k; l++) {
        let sum = noise[k * d + l]!
        for (let j = 0; j < d; j++) {
          sum += slope[k * d + j]! * state[d + j * d + l]! + slope[l * d + j]! * state[d + k * d + j]!
        }
        out[d + k * d + l] = sum
        out[d + l * d + k] = sum
      }
    }
  }
  const k1 = new Float64Array(size)
  const k2 = new Float64Array(size)
  const k3 = new Float64Array(size)
  const k4 = new Float64Array(size)
  const probe = new Float64Array(size)
  const lean = (state: Float64Array, slopes: Float64Array, by: number): void => {
    for (let i = 0; i < size; i++) probe[i] = state[i]! + by * slopes[i]!
  }
  return (state) => {
    for (let s = 0; s < substeps; s++) {
      flow(state, k1)
      lean(state, k1, step / 2)
      flow(probe, k2)
      lean(state, k2, step / 2)
      flow(probe, k3)
      lean(state, k3, step)
      flow(probe, k4)
      for (let i = 0; i < size; i++) state[i] = state[i]! + (step / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!)
    }
  }
}
