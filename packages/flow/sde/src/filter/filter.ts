import type { Law } from "../law/law.ts"
import { makePropagate } from "./propagate.ts"

/** What was recorded of a law's coordinates, and how exactly. */
export interface Observation {
  /** Coordinates of the law that columns of the recording show, in the order of the columns. */
  readonly observed: ReadonlyArray<number>
  /** Standard deviation of the reading error of each column, at least 0. */
  readonly readingError: ReadonlyArray<number>
}

/** Samples of the observed coordinates at equal intervals, NaN where one is missing; phases unwrapped. */
export interface Readings {
  readonly interval: number
  readonly values: Float64Array
}

export interface Filtered {
  /** Log-density of the readings after the first, natural logarithm. */
  readonly logLikelihood: number
  /** Log-density of each sample given those before it; 0 where nothing was read. */
  readonly steps: Float64Array
  /** Innovations in units of their predicted deviation, column after column of each sample; NaN where nothing was read. */
  readonly innovations: Float64Array
}

const logTwoPi = Math.log(2 * Math.PI)

/**
 * The likelihood of readings under a law, hidden coordinates and reading errors included: a Gaussian carried from
 * sample to sample and conditioned on each reading in turn. Gaps are carried across; where the width of the Gaussian
 * makes that senseless (beyond `lost` of variance in an observed coordinate) the filter starts afresh.
 */
export const filter = (
  law: Law,
  { observed, readingError }: Observation,
  { interval, values }: Readings,
  { lost = 1, substeps = Math.ceil(interval / 0.1) }: { readonly lost?: number; readonly substeps?: number } = {}
): Filtered => {
  const d = law.space.coordinates.length
  const columns = observed.length
  const samples = values.length / columns
  const propagate = makePropagate(law, interval, substeps)
  const state = new Float64Array(d + d * d)
  const steps = new Float64Array(samples)
  const innovations = new Float64Array(values.length).fill(Number.NaN)
  const variance = readingError.map((error) => error * error)
  const gain = new Float64Array(d)
  const hidden = hiddenWidth(law, observed, { interval, values })
  let isLost = true
  let total = 0
  const begin = (t: number): void => {
    state.fill(0)
    for (let k = 0; k < d; k++) state[d + k * (d + 1)] = hidden[k]! ** 2
    for (const [c, k] of observed.entries()) {
      state[k] = values[t * columns + c]!
      state[d + k * (d + 1)] = variance[c]! + 1e-12
    }
  }
  for (let t = 0; t < samples; t++) {
    let anything = false
    let whole = true
    for (let c = 0; c < columns; c++) {
      if (Number.isNaN(values[t * columns + c]!)) whole = false
      else anything = true
    }
    if (isLost) {
      if (!whole) continue
      begin(t)
      isLost = false
      continue
    }
    propagate(state)
    for (const k of observed) if (!(state[d + k * (d + 1)]! < lost)) isLost = true
    if (isLost) {
      if (whole) {
        begin(t)
        isLost = false
      }
      continue
    }
    if (!anything) continue
    let log = 0
    for (let c = 0; c < columns; c++) {
      const reading = values[t * columns + c]!
      if (Number.isNaN(reading)) continue
      const k = observed[c]!
      const spread = Math.max(state[d + k * (d + 1)]! + variance[c]!, 1e-14)
      const rest = reading - state[k]!
      innovations[t * columns + c] = rest / Math.sqrt(spread)
      log -= 0.5 * (logTwoPi + Math.log(spread) + (rest * rest) / spread)
      for (let i = 0; i < d; i++) gain[i] = state[d + i * d + k]! / spread
      for (let i = 0; i < d; i++) state[i] = state[i]! + gain[i]! * rest
      for (let i = 0; i < d; i++) {
        for (let j = 0; j <= i; j++) {
          const value = state[d + i * d + j]! - gain[i]! * gain[j]! * spread
          state[d + i * d + j] = value
          state[d + j * d + i] = value
        }
      }
    }
    steps[t] = log
    total += log
  }
  return { logLikelihood: total, steps, innovations }
}

/** A width for what is not recorded: the deviation of the velocities that the readings show, at least 1. */
const hiddenWidth = ({ space }: Law, observed: ReadonlyArray<number>, { interval, values }: Readings): Float64Array => {
  let sum = 0
  let count = 0
  for (let i = observed.length; i < values.length; i++) {
    const change = values[i]! - values[i - observed.length]!
    if (Number.isNaN(change)) continue
    sum += (change / interval) ** 2
    count++
  }
  return new Float64Array(space.coordinates.length).fill(Math.max(1, Math.sqrt(sum / Math.max(1, count))))
}
