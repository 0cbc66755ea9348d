import {
  type Census,
  type Family,
  partitionWithin,
  patternCount,
  type Partition,
  sumByClass,
  type SymmetryPartition,
  takeClassCensus
} from "@rulescope/lattice"
import { censusOf } from "../censusOf.ts"
import type { Choosing } from "../Chooser.ts"

/** How the cells that are counted fall into classes, of a family or of a symmetry. */
export interface Folded {
  readonly classes: number
  /** `counts[class * states + next]`. */
  readonly counts: Float64Array
  /** Class of every pattern around the cells counted; null where these are too many. */
  readonly partition: Partition | null
}

/** The data that families are to explain, as far as they can be tabulated. */
export interface Seen extends Choosing {
  readonly states: number
  /** Of the patterns around the cells counted; null where these are too many. */
  readonly census: Census | null
}

/** Patterns up to which families are compared pattern by pattern; beyond, by their classes. */
const mostPatterns = 1 << 16

/** Counts what is to be explained. */
export const see = (question: Choosing): Seen => {
  const { candidates, observations, within } = question
  const { states } = candidates[0]!
  const few = patternCount(within, states) <= mostPatterns
  return { ...question, states, census: few ? censusOf(within, states, observations) : null }
}

const foldCensus = (census: Census, partition: Partition): Folded => ({
  classes: partition.classes.length,
  counts: sumByClass(census.counts, partition.partition!, partition.classes.length, census.states),
  partition
})

/** The same cells in the classes of a family, whatever neighbourhood it has. */
export const foldFamily = ({ census, observations, states, within }: Seen, family: Family): Folded => {
  const { classes } = family
  if (census === null) {
    return { classes: classes.length, counts: takeClassCensus(family, observations, within).counts, partition: null }
  }
  const own = family.neighbourhood.id === within.id
  const partition = own
    ? family
    : { neighbourhood: within, states, classes, partition: partitionWithin(family, within) }
  return foldCensus(census, partition)
}

/** The same cells in the orbits of a symmetry. */
export const foldSymmetry = (census: Census, symmetry: SymmetryPartition): Folded => foldCensus(census, symmetry)
