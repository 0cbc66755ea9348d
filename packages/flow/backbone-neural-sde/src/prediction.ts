import type { Prediction } from "@rulescope/flow"
import type { Forward } from "@rulescope/tensor"
import type { Config } from "./Config.ts"
import type { Frame } from "./frame.ts"
import { network } from "./network.ts"
import { below } from "./parts.ts"

/** Everything that a network says of states, side by side: drift, mean, and what describes the noise. */
export const everything =
  (config: Config, frame: Frame): Forward =>
  (tf, weight, inputs) => {
    const { drift, mean, noise } = network(config, frame)(tf, weight, inputs)
    return tf.concat([drift, mean, noise], 1)
  }

/** C⁻¹ e^2a C⁻ᵀ from the numbers that describe it, in units of the deviations. */
const covarianceOf = (noise: Config["noise"], d: number, numbers: Float32Array, out: Float64Array): void => {
  const root = new Float64Array(d * d)
  const pairs = noise === "full" ? below(d) : []
  // Row k of C L = e^a, from the top: L_k = e^a_k − Σ_l C_kl L_l.
  for (let k = 0; k < d; k++) {
    root[k * d + k] = Math.exp(numbers[noise === "scalar" ? 0 : k]!)
    for (const [i, [row, l]] of pairs.entries()) {
      if (row !== k) continue
      for (let m = 0; m <= l; m++) root[k * d + m] = root[k * d + m]! - numbers[d + i]! * root[l * d + m]!
    }
  }
  for (let k = 0; k < d; k++) {
    for (let l = 0; l < d; l++) {
      let sum = 0
      for (let m = 0; m <= Math.min(k, l); m++) sum += root[k * d + m]! * root[l * d + m]!
      out[k * d + l] = sum
    }
  }
}

/** What `everything` gives, in the units of the recording. */
export const predictionOf = ({ noise }: Pick<Config, "noise">, frame: Frame, said: Float32Array): Prediction => {
  const { deviation, interval, spread, velocity } = frame
  const d = deviation.length
  const width = 2 * d + (noise === "scalar" ? 1 : noise === "diagonal" ? d : (d * (d + 1)) / 2)
  const rows = said.length / width
  const drift = new Float64Array(rows * d)
  const increment = new Float64Array(rows * d)
  const covariance = new Float64Array(rows * d * d)
  const here = new Float64Array(d * d)
  for (let r = 0; r < rows; r++) {
    for (let k = 0; k < d; k++) {
      drift[r * d + k] = velocity[k]! + spread[k]! * said[r * width + k]!
      increment[r * d + k] = interval * (velocity[k]! + spread[k]! * said[r * width + d + k]!)
    }
    covarianceOf(noise, d, said.subarray(r * width + 2 * d, (r + 1) * width), here)
    for (let i = 0; i < d * d; i++)
      covariance[r * d * d + i] = here[i]! * deviation[Math.floor(i / d)]! * deviation[i % d]!
  }
  return { drift, increment, noise: covariance }
}
