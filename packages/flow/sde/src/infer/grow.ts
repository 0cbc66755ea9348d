import { cholesky, solveCholesky } from "../linear/cholesky.ts"
import type { Trajectory } from "../simulate/trajectory.ts"
import { scoreDrift } from "../statistics/diagnose.ts"
import { type Innovations, innovationsOf } from "../statistics/innovations.ts"
import { normalScore } from "../statistics/normal.ts"
import type { Entry } from "../terms/symmetry.ts"
import { sameTerm, type Term } from "../terms/term.ts"
import { everywhere } from "./entries.ts"
import { type Inference, inferLaw, type InferOptions } from "./infer.ts"

export interface GrowOptions extends InferOptions {
  /** Terms that the library may take in, beyond those it begins with. */
  readonly pool: ReadonlyArray<Term>
  /**
   * Score beyond which a mode of the pool is missing; defaults to what a law without missing terms exceeds once in a
   * thousand recordings, whatever the size of the pool.
   */
  readonly bound?: number
  /** Most times that the library grows; defaults to 4. */
  readonly rounds?: number
}

/** A term that the innovations of an equation ask for. */
export interface Missing extends Entry {
  /** Its score, in standard errors. */
  readonly score: number
}

export interface Grown {
  readonly inference: Inference
  /** Innovations of the longest recording under its law. */
  readonly innovations: Innovations
  /** The library in the end. */
  readonly library: ReadonlyArray<Term>
  /** Terms of the pool that were taken in, in their order. */
  readonly added: ReadonlyArray<Term>
  /** The candidate that each equation's innovations ask for most. */
  readonly strongest: ReadonlyArray<Missing>
  /** The strongest mode left, over all equations, as a standard score: above `bound` the law misses something. */
  readonly left: number
  readonly bound: number
}

const sameMode = (a: Term, b: Term): boolean => sameTerm({ ...a, part: "cos" }, { ...b, part: "cos" })

/** Correlation of the coordinates' own innovations, whose variance is 1. */
const correlationOf = ({ own, steps }: Innovations, d: number): Float64Array => {
  const correlation = new Float64Array(d * d)
  for (let t = 0; t < own.length; t += d) {
    if (Number.isNaN(own[t]!)) continue
    for (let k = 0; k < d; k++)
      for (let l = 0; l < d; l++) correlation[k * d + l] = correlation[k * d + l]! + (own[t + k]! * own[t + l]!) / steps
  }
  return correlation
}

/** The group with the most samples, and its longest recording. */
const longestOf = (groups: ReadonlyArray<ReadonlyArray<Trajectory>>) =>
  groups
    .flatMap((trajectories, group) => trajectories.map((trajectory) => ({ group, trajectory })))
    .reduce((a, b) => (b.trajectory.values.length > a.trajectory.values.length ? b : a))

/** Scores of the candidates in every equation, and of their modes in all equations together. */
const scoresOf = (
  { laws, order }: Inference,
  groups: ReadonlyArray<ReadonlyArray<Trajectory>>,
  candidates: ReadonlyArray<Term>
) => {
  const { group, trajectory } = longestOf(groups)
  const law = laws[group]!
  const innovations = innovationsOf(law, order, trajectory)
  const d = law.space.coordinates.length
  const scores = scoreDrift(law, innovations, trajectory, candidates)
  const root = cholesky(correlationOf(innovations, d), d, 1e-6) ?? new Float64Array(d * d)
  const modes = candidates.flatMap((term, j) => {
    if (candidates.findIndex((other) => sameMode(other, term)) !== j) return []
    const parts = [...candidates.keys()].filter((i) => sameMode(candidates[i]!, term))
    let chiSquare = 0
    for (const i of parts) {
      const z = Float64Array.from(scores, ({ each }) => each[i]!)
      const solved = solveCholesky(root, d, z.slice())
      for (let k = 0; k < d; k++) chiSquare += z[k]! * solved[k]!
    }
    return [{ term, score: normalScore(chiSquare, parts.length * d) }]
  })
  const strongest = scores.map(({ each }, coordinate): Missing => {
    const j = each.reduce((best, z, i) => (Math.abs(z) > Math.abs(each[best]!) ? i : best), 0)
    return { coordinate, term: candidates[j]!, score: each[j]! }
  })
  return { innovations, modes, strongest }
}

/**
 * Reads a law with a library that grows by evidence: as long as the innovations of the law ask for a mode of the pool,
 * it joins the library of every equation and the law is read anew. Under a law that lacks nothing the scores are
 * standard normal, however coarse the samples, because the innovations are taken from the expanded transition.
 */
export const growLaw = (
  groups: ReadonlyArray<ReadonlyArray<Trajectory>>,
  base: ReadonlyArray<Term>,
  options: GrowOptions
): Grown => {
  const { space } = longestOf(groups).trajectory
  const { pool, rounds = 4 } = options
  const bound = options.bound ?? Math.sqrt(2 * Math.log(1000 * Math.max(1, pool.length)))
  const library = [...base]
  const added: Array<Term> = []
  for (let round = 0; ; round++) {
    const inference = inferLaw(groups, everywhere(space, library), options)
    const isKnown = (term: Term): boolean => library.some((known) => sameTerm(known, term))
    const outside = pool.filter((term) => !isKnown(term))
    const { innovations, modes, strongest } = scoresOf(inference, groups, [...library, ...outside])
    const best = modes
      .filter(({ term }) => !isKnown(term))
      .reduce((a, b) => (b.score > a.score ? b : a), { term: base[0]!, score: 0 })
    if (!(best.score > bound) || round === rounds)
      return { inference, innovations, library, added, strongest, left: best.score, bound }
    const joining = outside.filter((term) => sameMode(term, best.term))
    added.push(...joining)
    library.push(...joining)
  }
}
