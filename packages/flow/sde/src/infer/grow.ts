import { scoreDrift } from "../statistics/diagnose.ts"
import { innovationsOf } from "../statistics/innovations.ts"
import type { Trajectory } from "../simulate/trajectory.ts"
import type { Entry } from "../terms/symmetry.ts"
import { sameTerm, type Term } from "../terms/term.ts"
import { everywhere, type Inference, inferLaw, type InferOptions } from "./infer.ts"

export interface GrowOptions extends InferOptions {
  /** Terms that the library may take in, beyond those it begins with. */
  readonly pool: ReadonlyArray<Term>
  /**
   * Score beyond which a term of the pool is missing, in standard errors; defaults to what a law without missing terms
   * exceeds once in a thousand recordings, whatever the size of the pool.
   */
  readonly bound?: number
  /** Most times that the library grows; defaults to 4. */
  readonly rounds?: number
}

/** A term that the innovations ask for. */
export interface Missing extends Entry {
  /** Its score, in standard errors. */
  readonly score: number
}

export interface Grown {
  readonly inference: Inference
  /** The library in the end. */
  readonly library: ReadonlyArray<Term>
  /** Terms of the pool that were taken in, round by round. */
  readonly added: ReadonlyArray<Term>
  /** The strongest score left in each equation: what the law still misses, if it exceeds the bound. */
  readonly strongest: ReadonlyArray<Missing | undefined>
  readonly bound: number
}

/** The candidate of each equation that its innovations ask for most. */
const strongestOf = (
  { law, order }: Inference,
  trajectories: ReadonlyArray<Trajectory>,
  candidates: ReadonlyArray<Term>
): ReadonlyArray<Missing | undefined> => {
  const [longest] = trajectories.toSorted((a, b) => b.values.length - a.values.length) as [Trajectory]
  const innovations = innovationsOf(law, order, longest)
  return law.space.coordinates.map((_, coordinate) => {
    const open = candidates.filter((term) => !law.drift[coordinate]!.some((weighted) => sameTerm(weighted.term, term)))
    const { each } = scoreDrift(law, innovations, longest, coordinate, open)
    return open.reduce<Missing | undefined>((best, term, j) => {
      const score = each[j]!
      return best === undefined || Math.abs(score) > Math.abs(best.score) ? { coordinate, term, score } : best
    }, undefined)
  })
}

const sameMode = (a: Term, b: Term): boolean => sameTerm({ ...a, part: "cos" }, { ...b, part: "cos" })

/**
 * Reads a law with a library that grows by evidence: as long as the innovations of the law ask for a term of the pool,
 * its mode joins the library of every equation and the law is read anew. Under a law that lacks nothing the scores are
 * standard normal, however coarse the samples, because the innovations are taken from the expanded transition.
 */
export const growLaw = (
  trajectories: ReadonlyArray<Trajectory>,
  base: ReadonlyArray<Term>,
  options: GrowOptions
): Grown => {
  const [{ space }] = trajectories as [Trajectory]
  const { pool, rounds = 4 } = options
  const trials = Math.max(1, pool.length * space.coordinates.length)
  const bound = options.bound ?? Math.sqrt(2 * Math.log(1000 * trials))
  let library = base
  const added: Array<Term> = []
  for (let round = 0; ; round++) {
    const inference = inferLaw(trajectories, everywhere(space, library), options)
    const outside = [...library, ...pool.filter((term) => !library.some((known) => sameTerm(known, term)))]
    const strongest = strongestOf(inference, trajectories, outside)
    const best = strongest
      .filter((missing) => missing !== undefined)
      .toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score))
      .find(({ term }) => !library.some((known) => sameTerm(known, term)))
    if (best === undefined || !(Math.abs(best.score) > bound) || round === rounds)
      return { inference, library, added, strongest, bound }
    const joining = pool.filter((term) => sameMode(term, best.term))
    added.push(...joining)
    library = [...library, ...joining]
  }
}
