import type { Trajectory } from "../simulate/trajectory.ts"
import type { Measured } from "./series.ts"

/**
 * How much of a sample the one before it tells, for one coordinate: the correlation of neighbours (of phases: of
 * their unit vectors), 1 for a slow flow, 0 for samples in no order. The error is that of unordered samples.
 */
export const neighbourCorrelation = ({ space, values }: Trajectory, coordinate: number): Measured => {
  const d = space.coordinates.length
  const isPhase = space.coordinates[coordinate]!.kind === "phase"
  const n = values.length / d
  const re = new Float64Array(n)
  const im = new Float64Array(n)
  let meanRe = 0
  let meanIm = 0
  let count = 0
  for (let t = 0; t < n; t++) {
    const x = values[t * d + coordinate]!
    re[t] = isPhase ? Math.cos(x) : x
    im[t] = isPhase ? Math.sin(x) : 0
    if (Number.isNaN(x)) continue
    meanRe += re[t]!
    meanIm += im[t]!
    count++
  }
  meanRe /= count
  meanIm /= count
  let variance = 0
  let product = 0
  let pairs = 0
  for (let t = 0; t < n; t++) {
    if (Number.isNaN(re[t]!)) continue
    variance += (re[t]! - meanRe) ** 2 + (im[t]! - meanIm) ** 2
    if (t === 0 || Number.isNaN(re[t - 1]!)) continue
    product += (re[t]! - meanRe) * (re[t - 1]! - meanRe) + (im[t]! - meanIm) * (im[t - 1]! - meanIm)
    pairs++
  }
  return { value: product / pairs / (variance / count), error: 1 / Math.sqrt(pairs) }
}

/** Mean square of x(t + lag) − x(t) of an unwrapped coordinate for each lag, in samples. */
export const variogram = (
  { space, values }: Trajectory,
  coordinate: number,
  lags: ReadonlyArray<number>
): ReadonlyArray<number> => {
  const d = space.coordinates.length
  return lags.map((lag) => {
    let sum = 0
    let count = 0
    for (let i = lag * d + coordinate; i < values.length; i += d) {
      const change = values[i]! - values[i - lag * d]!
      if (Number.isNaN(change)) continue
      sum += change * change
      count++
    }
    return sum / count
  })
}
