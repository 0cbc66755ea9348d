import { cholesky, type Trajectory } from "@rulescope/sde"
import type { Prediction } from "./Backbone.ts"

const logTwoPi = Math.log(2 * Math.PI)

/**
 * Log-density of every increment of a recording under what a model says at the sample where it begins, natural
 * logarithm; NaN where a sample is missing or the predicted covariance is singular. One fewer than samples.
 */
export const logDensities = (
  { interval, space, values }: Trajectory,
  { increment, noise }: Pick<Prediction, "increment" | "noise">
): Float64Array => {
  const d = space.coordinates.length
  const steps = Math.max(0, values.length / d - 1)
  const logs = new Float64Array(steps).fill(Number.NaN)
  const white = new Float64Array(d)
  for (let t = 0; t < steps; t++) {
    const root = cholesky(
      noise.subarray(t * d * d, (t + 1) * d * d).map((value) => value * interval),
      d
    )
    if (root === undefined) continue
    let log = -0.5 * d * logTwoPi
    for (let k = 0; k < d; k++) {
      let rest = values[(t + 1) * d + k]! - values[t * d + k]! - increment[t * d + k]!
      for (let l = 0; l < k; l++) rest -= root[k * d + l]! * white[l]!
      const scale = root[k * d + k]!
      if (!(scale > 0)) rest = Number.NaN
      white[k] = rest / scale
      log -= 0.5 * white[k]! * white[k]! + Math.log(scale)
    }
    logs[t] = log
  }
  return logs
}
