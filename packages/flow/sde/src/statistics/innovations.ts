import type { Law } from "../law/law.ts"
import { predictor } from "../law/predict.ts"
import { cholesky } from "../linear/cholesky.ts"
import type { Trajectory } from "../simulate/trajectory.ts"

/** What a law leaves unexplained of every step of a recording. */
export interface Innovations {
  /**
   * Whitened innovations, step after step, coordinates × steps: independent standard normals when the law holds and
   * the interval is short. NaN where a sample is missing; step t leads from sample t to t + 1.
   */
  readonly values: Float64Array
  /** Each coordinate's innovation in units of its own predicted deviation, whatever the others do; laid out alike. */
  readonly own: Float64Array
  /** Log-density of each increment, natural logarithm; NaN where there is none. */
  readonly logs: Float64Array
  /** Steps with an innovation. */
  readonly steps: number
  /** Mean log-density of an increment, natural logarithm. */
  readonly score: number
}

const logTwoPi = Math.log(2 * Math.PI)

/** Innovations of a trajectory under a law whose transition is expanded to an order in the interval. */
export const innovationsOf = (law: Law, order: number, { interval, values }: Trajectory): Innovations => {
  const d = law.space.coordinates.length
  const { at, covariance, mean } = predictor(law, interval, order)
  const steps = Math.max(0, values.length / d - 1)
  const whitened = new Float64Array(steps * d).fill(Number.NaN)
  const own = whitened.slice()
  const logs = new Float64Array(steps).fill(Number.NaN)
  const x = new Float64Array(d)
  const rest = new Float64Array(d)
  let counted = 0
  let score = 0
  for (let t = 0; t < steps; t++) {
    let whole = true
    for (let k = 0; k < d; k++) {
      x[k] = values[t * d + k]!
      rest[k] = values[(t + 1) * d + k]! - x[k]!
      whole &&= !Number.isNaN(rest[k]!)
    }
    if (!whole) continue
    at(x)
    const root = cholesky(covariance, d)
    if (root === undefined) continue
    let log = -0.5 * d * logTwoPi
    for (let k = 0; k < d; k++) {
      let value = rest[k]! - mean[k]!
      const variance = covariance[k * (d + 1)]!
      own[t * d + k] = variance > 0 ? value / Math.sqrt(variance) : 0
      for (let l = 0; l < k; l++) value -= root[k * d + l]! * whitened[t * d + l]!
      const scale = root[k * d + k]!
      const z = scale > 0 ? value / scale : 0
      whitened[t * d + k] = z
      log -= 0.5 * z * z + Math.log(scale > 0 ? scale : 1)
    }
    logs[t] = log
    score += log
    counted++
  }
  return { values: whitened, own, logs, steps: counted, score: score / counted }
}
