import type { Law } from "../law/law.ts"
import type { Trajectory } from "../simulate/trajectory.ts"
import { features } from "../terms/evaluate.ts"
import { sameTerm, type Term } from "../terms/term.ts"
import type { Innovations } from "./innovations.ts"
import { gatherRegressors, scoreCandidates, type Scores } from "./scores.ts"

/** Features of sample t; false where a coordinate is missing or there is no such sample. */
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

const range = (from: number, to: number): ReadonlyArray<number> => Array.from({ length: to - from }, (_, i) => from + i)

/** Own innovations of step t, one for each coordinate; false where there are none. */
const ownAt = ({ own }: Innovations, d: number, t: number, out: Float64Array): boolean => {
  for (let k = 0; k < d; k++) out[k] = own[t * d + k]!
  return !Number.isNaN(out[0]!)
}

/**
 * Whether the mean innovation of a coordinate depends on the state beyond its law: the score of each candidate term,
 * for each coordinate, beside the terms that the coordinate's equation has. A term that belongs into the equation
 * stands far from 0; one that it has already scores 0.
 */
export const scoreDrift = (
  { drift, space }: Law,
  innovations: Innovations,
  trajectory: Trajectory,
  candidates: ReadonlyArray<Term>
): ReadonlyArray<Scores> => {
  const d = space.coordinates.length
  const terms = [...candidates]
  for (const { term } of drift.flat()) if (!terms.some((known) => sameTerm(known, term))) terms.push(term)
  const fill = featuresAt(trajectory, terms)
  const regressors = gatherRegressors(
    { rows: innovations.own.length / d, features: terms.length, quantities: d },
    (t, f, q) => ownAt(innovations, d, t, q) && fill(t, f)
  )
  return drift.map((sum, k) => {
    const base = sum.map(({ term }) => terms.findIndex((known) => sameTerm(known, term)))
    return scoreCandidates(regressors, k, base, range(0, candidates.length))
  })
}

/**
 * Whether the innovation of a coordinate depends on earlier samples, `lags` of them back: that is what a coordinate
 * that nobody recorded looks like, even where the innovations are uncorrelated among themselves. The present state
 * stands in the base.
 */
export const scoreMemory = (
  innovations: Innovations,
  trajectory: Trajectory,
  terms: ReadonlyArray<Term>,
  lags: ReadonlyArray<number>
): ReadonlyArray<Scores> => {
  const d = trajectory.space.coordinates.length
  const fill = featuresAt(trajectory, terms)
  const n = terms.length
  const all = n * (1 + lags.length)
  const regressors = gatherRegressors(
    { rows: innovations.own.length / d, features: all, quantities: d },
    (t, f, q) =>
      ownAt(innovations, d, t, q) && [0, ...lags].every((lag, i) => fill(t - lag, f.subarray(i * n, (i + 1) * n)))
  )
  return range(0, d).map((k) => scoreCandidates(regressors, k, range(0, n), range(n, all)))
}

/**
 * Whether the squared innovation of a coordinate depends on the state. Innovations are in units of the deviation that
 * the law itself predicts at each state, so what its drift makes of constant noise is already taken off.
 */
export const scoreNoise = (
  innovations: Innovations,
  trajectory: Trajectory,
  terms: ReadonlyArray<Term>
): ReadonlyArray<Scores> => {
  const d = trajectory.space.coordinates.length
  const rows = innovations.own.length / d
  const means = range(0, d).map((k) => {
    let sum = 0
    for (let t = 0; t < rows; t++) {
      const z = innovations.own[t * d + k]!
      if (!Number.isNaN(z)) sum += z * z
    }
    return sum / innovations.steps
  })
  const fill = featuresAt(trajectory, terms)
  const regressors = gatherRegressors({ rows, features: terms.length + 1, quantities: d }, (t, f, q) => {
    if (!ownAt(innovations, d, t, q) || !fill(t, f.subarray(1))) return false
    f[0] = 1
    for (let k = 0; k < d; k++) q[k] = q[k]! ** 2 - means[k]!
    return true
  })
  return range(0, d).map((k) => scoreCandidates(regressors, k, [0], range(1, terms.length + 1)))
}
