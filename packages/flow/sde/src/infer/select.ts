import { cholesky, logDeterminant, solveCholesky } from "../linear/cholesky.ts"
import { makeNormals } from "../random.ts"
import { type Quadratic, restrict, solve } from "./quadratic.ts"

export interface SelectOptions {
  /** Standard deviation that a coefficient has when it is present, one for each; greater than 0. */
  readonly spread: ArrayLike<number>
  /** Probability before the data that a coefficient is present; in (0, 1), defaults to 0.1. */
  readonly odds?: number
  /** Sweeps over all coefficients from which the probabilities are averaged; defaults to 200. */
  readonly sweeps?: number
  readonly seed: string
}

export interface Selection {
  /** Posterior probability that each coefficient is present. */
  readonly present: Float64Array
  /** The most probable set that was met, ascending. */
  readonly best: ReadonlyArray<number>
  /** Its log-evidence, up to a constant that all sets share. */
  readonly evidence: number
}

/**
 * Log-evidence of a quadratic likelihood whose coefficients are all present and normal around 0 with these spreads,
 * against all of them being 0. The difference of two evidences of the same data is a log Bayes factor: a symmetry, say,
 * against its absence, by `tie`.
 */
export const evidenceOf = ({ gradient, information }: Quadratic, spread: ArrayLike<number>): number => {
  const m = gradient.length
  // In units of the spread: I + S H S, whose determinant is the Occam factor.
  const matrix = information.map((value, i) => {
    const [j, k] = [Math.floor(i / m), i % m]
    return value * spread[j]! * spread[k]! + (j === k ? 1 : 0)
  })
  const pull = gradient.map((value, j) => value * spread[j]!)
  const root = cholesky(matrix, m, 1e-15)
  if (root === undefined) return Number.NEGATIVE_INFINITY
  const solved = solveCholesky(root, m, pull.slice())
  let evidence = -0.5 * logDeterminant(root, m)
  for (let a = 0; a < m; a++) evidence += 0.5 * pull[a]! * solved[a]!
  return evidence
}

/** Scores sets of coefficients: log of likelihood × prior with the coefficients integrated out. */
const makeScore = (quadratic: Quadratic, spread: ArrayLike<number>, odds: number) => {
  const n = quadratic.gradient.length
  const known = new Map<string, number>()
  const logOdds = Math.log(odds / (1 - odds))
  return (set: Uint8Array): number => {
    const name = set.join("")
    const before = known.get(name)
    if (before !== undefined) return before
    const active: Array<number> = []
    for (let j = 0; j < n; j++) if (set[j] === 1) active.push(j)
    const score =
      active.length * logOdds +
      evidenceOf(
        restrict(quadratic, active),
        active.map((j) => spread[j]!)
      )
    known.set(name, score)
    return score
  }
}

/**
 * Spike and slab over a quadratic likelihood: each coefficient is absent, or normal around 0 with the given spread.
 * The best set is climbed to by single changes and exchanges, from the empty set and from the terms that stand at two
 * standard errors beside all others; probabilities are
 * averaged over a Gibbs sampler that starts there (E. I. George, R. E. McCulloch, 1993, with exact integrals).
 *
 * An information matrix grows with the time recorded, not with the number of samples, so that oversampling a recording
 * does not make a term more certain.
 */
export const select = (quadratic: Quadratic, options: SelectOptions): Selection => {
  const { odds = 0.1, seed, spread, sweeps = 200 } = options
  const n = quadratic.gradient.length
  const score = makeScore(quadratic, spread, odds)
  const flipped = (set: Uint8Array, ...places: ReadonlyArray<number>): Uint8Array => {
    const next = set.slice()
    for (const j of places) next[j] = 1 - next[j]!
    return next
  }
  const climb = (start: Uint8Array): Uint8Array => {
    let set = start
    for (;;) {
      let best = set
      const consider = (next: Uint8Array): void => {
        if (score(next) > score(best) + 1e-9) best = next
      }
      for (let j = 0; j < n; j++) consider(flipped(set, j))
      if (best === set)
        for (let j = 0; j < n; j++)
          for (let k = 0; k < n; k++) if (set[j] === 1 && set[k] === 0) consider(flipped(set, j, k))
      if (best === set) return set
      set = best
    }
  }
  let best = climb(new Uint8Array(n))
  const { errors, values } = solve(quadratic)
  const fromFull = climb(Uint8Array.from(values, (value, j) => (Math.abs(value) > 2 * errors[j]! ? 1 : 0)))
  if (score(fromFull) > score(best)) best = fromFull
  const { uniform } = makeNormals(`${seed}/select`)
  const present = new Float64Array(n)
  let set: Uint8Array = best
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let j = 0; j < n; j++) {
      const other = flipped(set, j)
      const difference = score(other) - score(set)
      const move = 1 / (1 + Math.exp(-difference))
      present[j] = present[j]! + (set[j] === 1 ? 1 - move : move) / sweeps
      if (uniform() < move) {
        set = other
        if (score(set) > score(best)) best = set
      }
    }
  }
  return { present, best: [...best.keys()].filter((j) => best[j] === 1), evidence: score(best) }
}
