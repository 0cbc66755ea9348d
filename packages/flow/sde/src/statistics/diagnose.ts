import type { Law } from "../law/law.ts"
import type { Trajectory } from "../simulate/trajectory.ts"
import { features } from "../terms/evaluate.ts"
import type { Term } from "../terms/term.ts"
import type { Innovations } from "./innovations.ts"
import { scoreCandidates, type Scores } from "./scores.ts"

/** The innovations of one coordinate as a column. */
const columnOf = ({ own }: Innovations, d: number, k: number): Float64Array =>
  Float64Array.from({ length: own.length / d }, (_, t) => own[t * d + k]!)

/** Features of the sample at `t + shift`, shift at most 0; false where a coordinate is missing. */
const featuresAt = ({ space, values }: Trajectory, terms: ReadonlyArray<Term>) => {
  const d = space.coordinates.length
  const evaluate = features(space, terms)
  return (t: number, out: Float64Array): boolean => {
    if (t < 0) return false
    const x = values.subarray(t * d, (t + 1) * d)
    for (let k = 0; k < d; k++) if (Number.isNaN(x[k]!)) return false
    evaluate(x, out)
    return true
  }
}

/**
 * Whether the mean innovation of a coordinate depends on the state beyond its law: the score of each candidate term
 * beside the terms of the law. A term that belongs into the equation stands far from 0.
 */
export const scoreDrift = (
  law: Law,
  innovations: Innovations,
  trajectory: Trajectory,
  coordinate: number,
  candidates: ReadonlyArray<Term>
): Scores => {
  const d = law.space.coordinates.length
  const base = law.drift[coordinate]!.map(({ term }) => term)
  const fill = featuresAt(trajectory, base)
  const fillCandidates = featuresAt(trajectory, candidates)
  return scoreCandidates(
    columnOf(innovations, d, coordinate),
    { base: base.length, candidates: candidates.length },
    (t, a, b) => fill(t, a) && fillCandidates(t, b)
  )
}

/**
 * Whether the innovation of a coordinate depends on earlier samples, `lags` of them back: that is what a coordinate
 * that nobody recorded looks like, even where the innovations are uncorrelated among themselves. The present state
 * stands in the base.
 */
export const scoreMemory = (
  innovations: Innovations,
  trajectory: Trajectory,
  coordinate: number,
  terms: ReadonlyArray<Term>,
  lags: ReadonlyArray<number>
): Scores => {
  const d = trajectory.space.coordinates.length
  const fill = featuresAt(trajectory, terms)
  const n = terms.length
  return scoreCandidates(columnOf(innovations, d, coordinate), { base: n, candidates: n * lags.length }, (t, a, b) => {
    if (!fill(t, a)) return false
    return lags.every((lag, i) => fill(t - lag, b.subarray(i * n, (i + 1) * n)))
  })
}

/**
 * Whether the squared innovation of a coordinate depends on the state. The innovations are whitened by the covariance
 * that the law itself predicts at each state, so what its drift makes of constant noise is already taken off.
 */
export const scoreNoise = (
  innovations: Innovations,
  trajectory: Trajectory,
  coordinate: number,
  terms: ReadonlyArray<Term>
): Scores => {
  const d = trajectory.space.coordinates.length
  const squares = columnOf(innovations, d, coordinate).map((z) => z * z)
  let sum = 0
  let count = 0
  for (const square of squares) {
    if (Number.isNaN(square)) continue
    sum += square
    count++
  }
  const mean = sum / Math.max(1, count)
  const fill = featuresAt(trajectory, terms)
  return scoreCandidates(
    squares.map((square) => square - mean),
    { base: 1, candidates: terms.length },
    (t, a, b) => {
      a[0] = 1
      return fill(t, b)
    }
  )
}
