import type { Family } from "../family.ts"
import { type Neighbourhood, patternCount, tabulationLimit } from "../neighbourhood.ts"
import type { Boundary, Recording } from "../recording.ts"
import { addCounting } from "./counting.ts"
import { addGeneric } from "./generic.ts"
import { addMoore } from "./recordedMoore.ts"

/**
 * How often each pattern was followed by each state: a sufficient statistic of a recording for every
 * local rule on the neighbourhood. Only fully observed neighbourhoods with an observed outcome count.
 */
export interface Census {
  readonly neighbourhood: Neighbourhood
  readonly states: number
  /** `counts[pattern * states + next]`; whole numbers below 2⁵³, or weights ≥ 0 after weighting. */
  readonly counts: Float64Array
}

/** How often each class was followed by each state: `counts[class * states + next]`, as in a `Census`. */
export interface ClassTable {
  readonly family: Family
  readonly counts: Float64Array
}

/** The part of a recording to count: transition t leads from frame t to frame t + 1. */
export interface Observation {
  readonly recording: Recording
  readonly boundary: Boundary
  readonly transitions: ReadonlyArray<number>
}

/** A census of nothing; throws when there are more than `tabulationLimit` patterns. */
export const emptyCensus = (neighbourhood: Neighbourhood, states: number): Census => {
  const patterns = patternCount(neighbourhood, states)
  if (patterns > tabulationLimit) {
    throw new Error(
      `${neighbourhood.id} with ${states} states has ${patterns} patterns; count the classes of a family instead`
    )
  }
  return { neighbourhood, states, counts: new Float64Array(patterns * states) }
}

/**
 * Counts all observations into one census; a transition given twice counts twice. Two-state 3×3 Moore neighbourhoods
 * are counted bit-packed, others cell by cell. Throws when there are more than `tabulationLimit` patterns.
 */
export const takeCensus = (
  neighbourhood: Neighbourhood,
  states: number,
  observations: ReadonlyArray<Observation>
): Census => {
  const census = emptyCensus(neighbourhood, states)
  for (const observation of observations) {
    if (neighbourhood.id === "moore-1" && states === 2) {
      addMoore(census.counts, observation)
    } else addGeneric(census.counts, neighbourhood, (cells) => encode(cells, states), states, observation)
  }
  return census
}

/**
 * Counts the classes of a family from frames, without its patterns in between. Cells count whose neighbourhood
 * `within` is observed, by default the family's own; a larger one lets families be compared on the same cells.
 */
export const takeClassCensus = (
  family: Family,
  observations: ReadonlyArray<Observation>,
  within: Neighbourhood = family.neighbourhood
): ClassTable => {
  const { classes, classOf, counting, neighbourhood, states } = family
  const counts = new Float64Array(classes.length * states)
  for (const observation of observations) {
    if (counting !== null) addCounting(counts, neighbourhood, counting, states, observation, within)
    else addGeneric(counts, neighbourhood, classOf, states, observation, within)
  }
  return { family, counts }
}

const encode = (cells: Uint8Array, states: number): number => {
  let pattern = 0
  for (let i = 0; i < cells.length; i++) pattern = pattern * states + cells[i]!
  return pattern
}

/** Sums a table over patterns (`values[pattern * states + next]`) by class: `[class * states + next]`. */
export const sumByClass = (
  values: ArrayLike<number>,
  classOfPattern: ArrayLike<number>,
  classes: number,
  states: number
): Float64Array => {
  const counts = new Float64Array(classes * states)
  for (let pattern = 0; pattern < classOfPattern.length; pattern++) {
    const row = classOfPattern[pattern]! * states
    for (let next = 0; next < states; next++) counts[row + next]! += values[pattern * states + next]!
  }
  return counts
}

/** Sums a table over patterns (`values[pattern * states + next]`) into the classes of a family; throws without a partition. */
export const fold = (values: ArrayLike<number>, family: Family): ClassTable => {
  const { classes, partition, states } = family
  if (partition === null) throw new Error(`${family.id} has too many patterns to tabulate`)
  return { family, counts: sumByClass(values, partition, classes.length, states) }
}

/** Total of a row of a table, e.g. how often a pattern or class was seen. */
export const rowTotal = (counts: ArrayLike<number>, states: number, row: number): number => {
  let total = 0
  for (let next = 0; next < states; next++) total += counts[row * states + next]!
  return total
}

/** Number of cells counted, or the sum of their weights. */
export const censusTotal = ({ counts }: Census | ClassTable): number => counts.reduce((sum, count) => sum + count, 0)

/** Rows of a table that occur, ascending. */
export const observedRows = (counts: ArrayLike<number>, states: number): ReadonlyArray<number> => {
  const seen: Array<number> = []
  for (let row = 0; row * states < counts.length; row++) if (rowTotal(counts, states, row) > 0) seen.push(row)
  return seen
}

/** Patterns that occur, ascending. */
export const observedPatterns = ({ counts, states }: Census): ReadonlyArray<number> => observedRows(counts, states)
