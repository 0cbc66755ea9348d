import { type Census, type Family, fold, type Observation, rowTotal, unobserved } from "@rulescope/automata"
import { labelPosterior } from "@rulescope/core"
import { type GivenNoise, searchCensus } from "./censusSearch.ts"
import { refine } from "./evolution/refine.ts"
import { cutSegments } from "./evolution/segments.ts"
import { posteriorOf, posteriorOfOdds } from "./posterior.ts"

/** What a reading gives: `posterior[class * states + label]`, and the numbers it used. */
export interface Reading {
  readonly posterior: Float64Array
  /** A deterministic rule of the family explains every cell. */
  readonly clean: boolean
  readonly parameters: Readonly<Record<string, number>>
}

/** How the likelihood is taken. */
export interface Terms {
  readonly noise: GivenNoise
  /** Leads of the census are divided by it. */
  readonly temper: number
  /** Cells of the recordings that the sampler looks at, at most; 0: the census alone is read. */
  readonly cells: number
  readonly seed: string
}

/** Even odds for classes that were never seen. */
const whereSeen = (posterior: Float64Array, support: ReadonlyArray<number>): Float64Array => {
  const states = posterior.length / support.length
  return posterior.map((p, at) => (support[Math.floor(at / states)] === 0 ? 1 / states : p))
}

/** Log-odds at which the sampler starts with a class that was seen whole, without a contradiction. */
const settled = 30

/** Cells that are not recorded, in frames that are looked at. */
const masked = (observations: ReadonlyArray<Observation>): boolean =>
  observations.some(({ recording }) => recording.cells.includes(unobserved))

/**
 * The census first: hidden patterns, labels and noise by expectation-maximisation. Then, for two states, when
 * the frames are known and noise there is, the hidden evolution with the census's posterior to start from.
 * Yields between pieces of work, so that the caller can stop.
 */
export function* read(
  family: Family,
  census: Census,
  observations: ReadonlyArray<Observation>,
  { cells, noise, seed, temper }: Terms
): Generator<void, Reading> {
  const { states } = family
  const table = fold(census.counts, family)
  const support = family.classes.map((_, index) => rowTotal(table.counts, states, index))
  const plain = labelPosterior(table)
  const segments = states === 2 && cells > 0 ? cutSegments(observations, cells) : []
  const deterministic = support.every(
    (all, c) => all === Math.max(...table.counts.subarray(c * states, (c + 1) * states))
  )
  if (deterministic) {
    const parameters = { observationNoise: 0, dynamicNoise: 0 }
    if (!support.includes(0) || segments.length === 0 || !masked(observations)) {
      return { posterior: plain, clean: true, parameters }
    }
    // Classes never seen whole may have been seen in part.
    const prior = Float64Array.from(support, (all, c) => (all === 0 ? 0 : Math.sign(plain[2 * c + 1]! - 0.5) * settled))
    const { logOdds, weighed } = yield* refine(family, segments, prior, { observation: 0, dynamic: 0 }, seed)
    const posterior = posteriorOfOdds(logOdds).map((p, at) => (support[at >> 1] === 0 ? p : plain[at]!))
    return { posterior, clean: true, parameters: { ...parameters, classesWeighed: weighed } }
  }
  const { fitted, lead, logLikelihood, model } = searchCensus(family, census, noise)
  const fromCensus = posteriorOf(lead, states, temper)
  const parameters = {
    observationNoise: model.noise.observation,
    dynamicNoise: model.noise.dynamic,
    logLikelihood,
    labellingsFitted: fitted
  }
  yield
  if (segments.length === 0) return { posterior: whereSeen(fromCensus, support), clean: false, parameters }
  const prior = Float64Array.from(family.classes, (_, c) => (lead[2 * c]! - lead[2 * c + 1]!) / temper)
  const { logOdds, misfire, weighed } = yield* refine(family, segments, prior, model.noise, seed)
  return {
    posterior: whereSeen(posteriorOfOdds(logOdds), support),
    clean: false,
    parameters: { ...parameters, classesWeighed: weighed, lastMisfireRate: misfire }
  }
}
