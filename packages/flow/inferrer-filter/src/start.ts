import type { FilterStart, FilterModel, Term, Trajectory } from "@rulescope/sde"
import { features } from "@rulescope/sde"

/** What a recording says before anything is fitted. */
export interface Rough {
  readonly start: FilterStart
  /** Root mean square of the term of every entry. */
  readonly sizes: Float64Array
}

/** Time over which velocities are taken, in the unit of the law: short beside a turn, long beside reading errors. */
const span = 0.5

/** Recorded coordinates and, after them, velocities by differences over `lag` samples; NaN where there are none. */
const statesOf = ({ interval, values }: Trajectory, recorded: number, isHidden: boolean, lag: number): Float64Array => {
  if (!isHidden) return values
  const samples = values.length / recorded
  const states = new Float64Array(2 * values.length).fill(Number.NaN)
  for (let t = 0; t + 2 * lag < samples; t++) {
    for (let k = 0; k < recorded; k++) {
      const at = (s: number): number => values[s * recorded + k]!
      states[2 * recorded * t + k] = at(t + lag)
      states[2 * recorded * t + recorded + k] = (at(t + 2 * lag) - at(t)) / (2 * lag * interval)
    }
  }
  return states
}

/** Mean product of neighbouring changes of a coordinate, `apart` samples apart. */
const covarianceOf = (values: Float64Array, d: number, k: number, apart: number): number => {
  let sum = 0
  let count = 0
  for (let i = (apart + 1) * d + k; i < values.length; i += d) {
    const product = (values[i]! - values[i - d]!) * (values[i - apart * d]! - values[i - (apart + 1) * d]!)
    if (Number.isNaN(product)) continue
    sum += product
    count++
  }
  return sum / count
}

/** Where a search begins, and how large the terms are. */
export const roughOf = (model: FilterModel, recording: Trajectory): Rough => {
  const { entries, noisy, observed, space } = model
  const { interval, values } = recording
  const recorded = observed.length
  const isHidden = noisy[0] !== 0
  const states = statesOf(recording, recorded, isHidden, Math.max(1, Math.round(span / interval / 2)))
  const d = space.coordinates.length
  const terms: ReadonlyArray<Term> = entries.map(({ term }) => term)
  const evaluate = features(space, terms)
  const out = new Float64Array(terms.length)
  const squares = new Float64Array(terms.length)
  let count = 0
  for (let at = 0; at < states.length; at += d) {
    const x = states.subarray(at, at + d)
    if (x.some(Number.isNaN)) continue
    evaluate(x, out)
    count++
    for (let j = 0; j < out.length; j++) squares[j] = squares[j]! + out[j]! ** 2
  }
  // Errors of variance s² take s² off the covariance of neighbouring changes; those of a smooth path go on beside that.
  const errors = observed.map((k) => {
    const goesOn = isHidden ? covarianceOf(values, recorded, k, 2) : 0
    return Math.max(0, goesOn - covarianceOf(values, recorded, k, 1))
  })
  const error = Math.sqrt(Math.max(1e-8, errors.reduce((sum, one) => sum + one, 0) / recorded))
  const noise = observed.map((k) =>
    isHidden ? 0.3 : Math.max(1e-3, (covarianceOf(values, recorded, k, 0) - 2 * error * error) / interval)
  )
  return {
    start: { values: entries.map(() => 0), noise, readingError: Math.max(error, 1e-3) },
    sizes: squares.map((sum) => Math.sqrt(sum / Math.max(1, count)))
  }
}
