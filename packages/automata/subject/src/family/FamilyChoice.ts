import { type Family, symmetries } from "@rulescope/lattice"
import { Schema } from "effect"
import type { Choosing } from "../Chooser.ts"
import type { Criterion, Scores } from "./Criterion.ts"
import { type Folded, foldFamily, foldSymmetry, see } from "./fold.ts"
import { tally } from "./scoreMisfires.ts"

const score = {
  /** Natural logarithm of the likelihood that the criterion takes; larger is better. */
  logEvidence: Schema.Finite,
  /** Standard error of its distance to the best score; 0 without noise, and for the best. */
  error: Schema.Finite
}

/** How well one family explains the data. */
export const FamilyScore = Schema.Struct({
  family: Schema.String,
  /** Tells families with this name apart, where there are several. */
  variant: Schema.optionalKey(Schema.String),
  ...score,
  /** Classes that occur, of all classes of the family. */
  observed: Schema.Int,
  classes: Schema.Int,
  /** Cells outside the majority of their class. */
  contradicted: Schema.Finite
})
export type FamilyScore = typeof FamilyScore.Type

/** The largest symmetry that the data support: all patterns of an orbit are followed by the same state. */
export const SymmetryChoice = Schema.Struct({
  /** "all" (permutations of the cells around), "D8", "C8", "D4", "C4" or "trivial". */
  id: Schema.String,
  /** Classes of patterns that it does not tell apart. */
  orbits: Schema.Int,
  /** By the same criterion as the families. */
  scores: Schema.Array(Schema.Struct({ symmetry: Schema.String, orbits: Schema.Int, ...score }))
})
export type SymmetryChoice = typeof SymmetryChoice.Type

/** Which family is searched, and why. */
export const FamilyDecision = Schema.Struct({
  id: Schema.String,
  /** Tells families with this id apart, where there are several, such as "4H". */
  variant: Schema.optionalKey(Schema.String),
  /** "as stated", "smallest family", or the name of the score. */
  criterion: Schema.String,
  /** Of every candidate; empty for frames several generations apart, and for noisy ones whose family is stated. */
  scores: Schema.Array(FamilyScore),
  /** Null where there are no scores, and where arrangements of cells are too many to be compared. */
  symmetry: Schema.NullOr(SymmetryChoice)
})
export type FamilyDecision = typeof FamilyDecision.Type

const sum = (values: ReadonlyArray<number>): number => values.reduce((total, value) => total + value, 0)

/** Standard error of the difference of two scores, from how their parts differ. */
const errorOf = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): number => {
  const n = a.length
  if (n < 2) return 0
  const differences = a.map((value, i) => value - b[i]!)
  const mean = sum(differences) / n
  return Math.sqrt((sum(differences.map((d) => (d - mean) ** 2)) * n) / (n - 1))
}

/** Nats by which scores of noisy data may differ because a fit has not come quite to its end. */
const slack = 0.5

/** The coarsest folding whose score is not behind the best one by more than its error allows; with all distances. */
const coarsest = <A>(foldings: ReadonlyArray<readonly [A, Folded]>, { of }: Scores) => {
  const ordered = foldings
    .map(([what, folded]) => ({ is: what, folded, parts: of(folded) }))
    .sort((a, b) => a.folded.classes - b.folded.classes)
  const best = ordered.reduce((a, b) => (sum(b.parts) > sum(a.parts) + 1e-9 ? b : a))
  const top = sum(best.parts)
  const scores = ordered.map((one) => ({
    ...one,
    logEvidence: sum(one.parts),
    error: errorOf(best.parts, one.parts)
  }))
  const chosen = scores.find(({ error, logEvidence }) => top - logEvidence <= error + (error > 0 ? slack : 1e-9))!
  return { chosen, scores }
}

/** How a family is called in decisions. */
export const named = ({ id, variant }: Family): { readonly id: string; readonly variant?: string } =>
  variant === "" ? { id } : { id, variant }

/**
 * Scores every family and every symmetry of the cells around, and chooses of each the coarsest one that is not
 * worse than the best: within 10⁻⁹ without noise, within one standard error under noise (Breiman et al. 1984).
 * Yields between pieces of work, so that the caller can stop.
 */
export function* chooseFamily(question: Choosing, criterion: Criterion): Generator<void, FamilyDecision> {
  const seen = see(question)
  const { census, states, within } = seen
  const families = question.candidates.map((family) => [family, foldFamily(seen, family)] as const)
  const groups =
    census === null
      ? []
      : symmetries(within, states).map((symmetry) => [symmetry, foldSymmetry(census, symmetry)] as const)
  const scores = yield* criterion(
    [...families, ...groups].map(([, folded]) => folded),
    seen
  )
  const byFamily = coarsest(families, scores)
  const bySymmetry = groups.length === 0 ? null : coarsest(groups, scores)
  return {
    ...named(byFamily.chosen.is),
    criterion: scores.criterion,
    scores: byFamily.scores.map(({ error, folded, is, logEvidence }) => {
      const { contradicted, observed } = tally(folded.counts, states)
      const { id, ...variant } = named(is)
      return { family: id, ...variant, logEvidence, error, observed, classes: folded.classes, contradicted }
    }),
    symmetry:
      bySymmetry === null
        ? null
        : {
            id: bySymmetry.chosen.is.id,
            orbits: bySymmetry.chosen.folded.classes,
            scores: bySymmetry.scores.map(({ error, folded, is, logEvidence }) => ({
              symmetry: is.id,
              orbits: folded.classes,
              logEvidence,
              error
            }))
          }
  }
}
