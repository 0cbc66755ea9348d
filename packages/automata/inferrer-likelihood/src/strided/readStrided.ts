import { fold, frameOf, lifeLike, type Observation, type Rule, simulate, takeCensus } from "@rulescope/lattice"
import { labelsOf, searchRules, type Survivors } from "./searchRules.ts"
import { makeTrial } from "./trials.ts"

/** Cells a side at most, of the first trial, which meets all rules, and of the others. */
const sides = { first: 32, others: 128 }
/** Transitions that are compared, at most. */
const transitions = 24

/** What is known of Life-like rules from frames several generations apart. */
export interface StridedReading {
  readonly stride: number
  /** `posterior[class * 2 + label]` */
  readonly posterior: Float64Array
  /** How often each class occurs in the recorded frames and between them, under the best rule. */
  readonly support: Float64Array
  readonly clean: boolean
  /** Share of judged cells that the best rule gets wrong. */
  readonly misfire: number
  readonly logLikelihood: number
  /** Rules that explain the frames as well as the best one, when that explains all of them. */
  readonly alike: ReadonlyArray<Uint8Array>
  /** The best rules with their log-likelihoods, best first. */
  readonly best: ReadonlyArray<{ readonly labels: Uint8Array; readonly logLikelihood: number }>
}

/** Transitions in the order of the trials: the first of each observation, then on through all evenly. */
const chooseTransitions = (observations: ReadonlyArray<Observation>) => {
  const all = observations.flatMap((observation) => observation.transitions.map((t) => ({ observation, t })))
  const step = Math.max(1, all.length / transitions)
  return Array.from({ length: Math.min(all.length, transitions) }, (_, i) => all[Math.floor(i * step)]!)
}

const logLikelihoodOf = (mismatches: number, cells: number, rate: number): number =>
  mismatches * Math.log(rate) + (cells - mismatches) * Math.log1p(-rate)

/** Posterior of the labels: rules weigh by their likelihood, or all alike when they explain everything. */
const posteriorFrom = ({ cells, codes, mismatches }: Survivors, temper: number): Float64Array => {
  const fewest = Math.min(...mismatches)
  const rate = (fewest + 1) / (cells + 2)
  const gain = Math.log((1 - rate) / rate) / temper
  const posterior = new Float64Array(36)
  let total = 0
  for (const [i, code] of codes.entries()) {
    const weight = fewest === 0 ? (mismatches[i] === 0 ? 1 : 0) : Math.exp(-gain * (mismatches[i]! - fewest))
    total += weight
    for (let c = 0; c < 18; c++) posterior[2 * c + ((code >> c) & 1)]! += weight
  }
  return posterior.map((p) => p / total)
}

/** How often classes occur in frames and between them. */
const supportOf = (rule: Rule, observations: ReadonlyArray<Observation>, stride: number): Float64Array => {
  const evolved = observations.flatMap(({ boundary, recording, transitions: observed }) =>
    observed.map((t): Observation => {
      const { height, width } = recording
      const cells = simulate(rule, frameOf(recording, t), { width, height, boundary }, stride)
      return {
        boundary,
        recording: { ...recording, frames: stride + 1, cells },
        transitions: Array.from({ length: stride }, (_, k) => k)
      }
    })
  )
  const { counts } = fold(takeCensus(lifeLike.neighbourhood, 2, evolved).counts, lifeLike)
  return Float64Array.from({ length: 18 }, (_, c) => counts[2 * c]! + counts[2 * c + 1]!)
}

/** The Life-like rule behind frames that are `stride` generations apart, by exhaustive search. */
export function* readStrided(
  observations: ReadonlyArray<Observation>,
  stride: number,
  temper: number
): Generator<void, StridedReading> {
  const trials = chooseTransitions(observations).map(({ observation, t }, i) =>
    makeTrial(observation, t, stride, i === 0 ? sides.first : sides.others)
  )
  const survivors = yield* searchRules(trials, stride)
  const { cells, codes, mismatches } = survivors
  const fewest = mismatches[0]!
  const rate = (fewest + 1) / (cells + 2)
  const best = Array.from(codes.subarray(0, 8), (code, i) => ({
    labels: labelsOf(code),
    logLikelihood: logLikelihoodOf(mismatches[i]!, cells, rate)
  }))
  const alike =
    fewest > 0
      ? []
      : Array.from(
          codes.filter((_, i) => mismatches[i] === 0),
          (code) => labelsOf(code)
        )
  return {
    stride,
    alike,
    posterior: posteriorFrom(survivors, temper),
    support: supportOf({ family: lifeLike, labels: best[0]!.labels }, observations, stride),
    clean: fewest === 0,
    misfire: cells === 0 ? 0 : fewest / cells,
    logLikelihood: best[0]!.logLikelihood,
    best
  }
}

/** The stride from 1 to 4 whose best rule is likeliest; the smaller one when two are as likely. */
export function* findStride(observations: ReadonlyArray<Observation>, temper: number): Generator<void, StridedReading> {
  let found: StridedReading | null = null
  for (let stride = 1; stride <= 4; stride++) {
    const reading = yield* readStrided(observations, stride, temper)
    // Larger strides judge fewer cells of a window, so likelihoods are compared by cell.
    if (found === null || reading.misfire < found.misfire) found = reading
    if (found.clean) break
  }
  return found!
}
