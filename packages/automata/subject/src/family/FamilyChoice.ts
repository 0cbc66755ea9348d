import { type Census, type Family, type Observation, type Partition, symmetries } from "@rulescope/lattice"
import { Schema } from "effect"
import { tally } from "./scoreMisfires.ts"
import { type PartitionScores, scorePartitions } from "./scorePartitions.ts"

const score = {
  /** Natural logarithm of the likelihood that the criterion takes; larger is better. */
  logEvidence: Schema.Finite,
  /** Standard error of its distance to the best score; 0 without noise, and for the best. */
  error: Schema.Finite
}

/** How well one family explains the data. */
export const FamilyScore = Schema.Struct({
  family: Schema.String,
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
  /** "as stated", "smallest family", or the name of the score. */
  criterion: Schema.String,
  /** Of every candidate; empty for frames several generations apart, and for noisy ones whose family is stated. */
  scores: Schema.Array(FamilyScore),
  /** Null where there are no scores. */
  symmetry: Schema.NullOr(SymmetryChoice)
})
export type FamilyDecision = typeof FamilyDecision.Type

export interface FamilyChoice {
  readonly family: Family
  /** Name of the score. */
  readonly criterion: string
  readonly scores: ReadonlyArray<FamilyScore>
  readonly symmetry: SymmetryChoice
}

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

/** The coarsest partition whose score is not behind the best one by more than its error allows; with all distances. */
const choose = <P extends Partition>(partitions: ReadonlyArray<P>, { of }: PartitionScores) => {
  const ordered = [...partitions].sort((a, b) => a.classes.length - b.classes.length)
  const best = ordered.reduce((a, b) => (sum(of(b)) > sum(of(a)) + 1e-9 ? b : a))
  const scores = ordered.map((partition) => ({
    partition,
    logEvidence: sum(of(partition)),
    error: errorOf(of(best), of(partition))
  }))
  const top = sum(of(best))
  const simplest = scores.find(({ error, logEvidence }) => top - logEvidence <= error + (error > 0 ? slack : 1e-9))!
  return { chosen: simplest.partition, scores }
}

/**
 * Scores every family and every symmetry of their neighbourhood, and chooses of each the coarsest one that is not
 * worse than the best: within 10⁻⁹ without noise, within one standard error under noise (Breiman et al. 1984).
 * Yields between pieces of work, so that the caller can stop.
 */
export function* chooseFamily(
  census: Census,
  families: ReadonlyArray<Family>,
  observations: ReadonlyArray<Observation>
): Generator<void, FamilyChoice> {
  const groups = symmetries(census.neighbourhood, census.states)
  const scored = yield* scorePartitions([...families, ...groups], census, observations)
  const byFamily = choose(families, scored)
  const bySymmetry = choose(groups, scored)
  return {
    family: byFamily.chosen,
    criterion: scored.criterion,
    scores: byFamily.scores.map(({ error, logEvidence, partition: family }) => {
      const { contradicted, observed } = tally(census, family)
      return { family: family.id, logEvidence, error, observed, classes: family.classes.length, contradicted }
    }),
    symmetry: {
      id: bySymmetry.chosen.id,
      orbits: bySymmetry.chosen.classes.length,
      scores: bySymmetry.scores.map(({ error, logEvidence, partition: { classes, id } }) => ({
        symmetry: id,
        orbits: classes.length,
        logEvidence,
        error
      }))
    }
  }
}
