import { compileDrift } from "../law/sums.ts"
import { flatNoise, type Law } from "../law/law.ts"
import { cholesky } from "../linear/cholesky.ts"
import { makeNormals, type Normals } from "../random.ts"
import type { Trajectory } from "./trajectory.ts"

/** Moves x on by `steps` steps of length `step`, in place. */
export type Advance = (x: Float64Array, steps: number, step: number, random: Normals) => void

/**
 * The stochastic Heun scheme, weak order 2 for additive noise: predictor x + f h + w, then the mean of both drifts
 * with the same w (P. E. Kloeden, E. Platen, Numerical Solution of SDEs, 1992, section 15.1). The noise matrix may be
 * singular. Throws when it has a negative direction.
 */
export const heun = (law: Law): Advance => {
  const d = law.space.coordinates.length
  const drift = compileDrift(law)
  const root = cholesky(flatNoise(law), d)
  if (root === undefined) throw new Error("the noise matrix has a negative direction")
  const noisy = Array.from({ length: d }, (_, k) => k).filter((k) => root[k * d + k]! > 0)
  const before = new Float64Array(d)
  const after = new Float64Array(d)
  const kick = new Float64Array(d)
  const predicted = new Float64Array(d)
  return (x, steps, step, { normal }) => {
    const size = Math.sqrt(step)
    for (let s = 0; s < steps; s++) {
      kick.fill(0)
      for (const k of noisy) {
        const xi = size * normal()
        for (let i = k; i < d; i++) kick[i] = kick[i]! + root[i * d + k]! * xi
      }
      drift(x, before)
      for (let k = 0; k < d; k++) predicted[k] = x[k]! + step * before[k]! + kick[k]!
      drift(predicted, after)
      for (let k = 0; k < d; k++) x[k] = x[k]! + 0.5 * step * (before[k]! + after[k]!) + kick[k]!
    }
  }
}

export interface SimulateOptions {
  /** Time between samples, greater than 0. */
  readonly interval: number
  /** Number of samples, the start among them. */
  readonly samples: number
  /** Steps of the scheme in one interval; defaults to the fewest with a step of at most 0.01. */
  readonly substeps?: number
  /** Time before the first sample that is left out; defaults to 0. */
  readonly discard?: number
  /** Where the flow begins; defaults to 0 everywhere. */
  readonly start?: ArrayLike<number>
  readonly seed: string
}

/** A trajectory of a law; phases come out unwrapped. Throws when it leaves all bounds. */
export const simulate = (law: Law, options: SimulateOptions): Trajectory => {
  const { discard = 0, interval, samples, seed, start, substeps = Math.ceil(interval / 0.01) } = options
  const d = law.space.coordinates.length
  const advance = heun(law)
  const random = makeNormals(`${seed}/heun`)
  const x = start === undefined ? new Float64Array(d) : Float64Array.from(start)
  const step = interval / substeps
  advance(x, Math.ceil(discard / step), step, random)
  const values = new Float64Array(samples * d)
  for (let t = 0; t < samples; t++) {
    if (t > 0) advance(x, substeps, step, random)
    if (!x.every((value) => Math.abs(value) < 1e12))
      throw new Error(`the flow leaves all bounds before t = ${t * interval}`)
    values.set(x, t * d)
  }
  return { space: law.space, interval, values }
}
