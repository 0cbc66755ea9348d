import { type Census, type ClassTable, type Family, fold, type Observation, rowTotal } from "@rulescope/lattice"
import { type ErrorRates } from "@rulescope/noise"
import type { EvidenceSummary } from "./RunResult.ts"

/** Generations from one recorded frame to the next, at least 1; "auto": not known. */
export type Stride = number | "auto"

/** What an inferrer may look at. Tables are `counts[class * states + next]`. */
export interface Evidence {
  readonly family: Family
  /** What followed each pattern in the training part of the data. */
  readonly census: Census
  /** The frames that the census was taken from, for readings that need their order; empty when only the census is known. */
  readonly observations: ReadonlyArray<Observation>
  /** Generations from one frame to the next, "auto" when that is to be found too. */
  readonly stride: Stride
  /** Model's probability of each next state, shape patterns × states. */
  readonly probabilities: Float32Array
  /** Observed outcomes by class. */
  readonly observed: ClassTable
  /** How often the model was asked about each pattern: as often as it occurs, unless an augmenter changed that. */
  readonly asked: Float64Array
  /** The four counters: outcomes that the model predicts for the patterns asked, by class. */
  readonly predicted: ClassTable
  /** As `predicted`, but each pattern adds the model's probabilities instead of 1 to the likeliest. */
  readonly expected: ClassTable
  /** Fraction of observed cells whose outcome the model predicts, 0 to 1. */
  readonly accuracy: number
  /** Rates of error of the recording, estimated once for every reading; 0 where nothing contradicts the family. */
  readonly noise: ErrorRates
}

/** Likeliest next state of every pattern; the lower state on ties. */
export const predictedStates = (probabilities: Float32Array, states: number): Uint8Array => {
  const best = new Uint8Array(probabilities.length / states)
  for (let pattern = 0; pattern < best.length; pattern++) {
    for (let next = 1; next < states; next++) {
      if (probabilities[pattern * states + next]! > probabilities[pattern * states + best[pattern]!]!)
        best[pattern] = next
    }
  }
  return best
}

/** How often each pattern was seen with an observed outcome. */
export const patternTotals = ({ counts, states }: Census): Float64Array =>
  Float64Array.from({ length: counts.length / states }, (_, pattern) => rowTotal(counts, states, pattern))

/**
 * Asks the model once per distinct pattern and adds up by class: the report's counters are marginals of the
 * census. `asked[pattern]` defaults to how often the census saw it, `observations` to none,
 * `stride` to 1, `noise` to none.
 */
export const gatherEvidence = (
  family: Family,
  census: Census,
  probabilities: Float32Array,
  {
    asked = patternTotals(census),
    observations = [],
    stride = 1,
    noise = { observation: 0, dynamic: 0 }
  }: {
    readonly asked?: Float64Array
    readonly observations?: ReadonlyArray<Observation>
    readonly stride?: Stride
    readonly noise?: ErrorRates
  } = {}
): Evidence => {
  const { counts, states } = census
  const best = predictedStates(probabilities, states)
  const predicted = new Float64Array(counts.length)
  const expected = new Float64Array(counts.length)
  let total = 0
  let right = 0
  for (let pattern = 0; pattern < best.length; pattern++) {
    const row = pattern * states
    predicted[row + best[pattern]!] = asked[pattern]!
    for (let next = 0; next < states; next++) expected[row + next] = asked[pattern]! * probabilities[row + next]!
    total += rowTotal(counts, states, pattern)
    right += counts[row + best[pattern]!]!
  }
  return {
    family,
    census,
    observations,
    stride,
    probabilities,
    asked,
    observed: fold(counts, family),
    predicted: fold(predicted, family),
    expected: fold(expected, family),
    accuracy: total === 0 ? 0 : right / total,
    noise
  }
}

/** A class table as rows, shape classes × states. */
export const tableRows = ({ counts, family }: ClassTable): ReadonlyArray<ReadonlyArray<number>> =>
  family.classes.map((_, index) => Array.from(counts.subarray(index * family.states, (index + 1) * family.states)))

/** The tables of evidence as results keep them. */
export const summariseEvidence = (evidence: Evidence): EvidenceSummary => ({
  classes: evidence.family.classes.map((c) => c.name),
  observed: tableRows(evidence.observed),
  predicted: tableRows(evidence.predicted),
  expected: tableRows(evidence.expected),
  accuracy: evidence.accuracy
})
