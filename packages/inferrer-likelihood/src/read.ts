import { type Census, type Family, fold, type Observation, rowTotal } from "@rulescope/automata"
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

/** Whether a deterministic rule of the family explains the census. */
const deterministic = (family: Family, counts: Float64Array): boolean => {
  const table = fold(counts, family).counts
  return family.classes.every((_, index) => {
    const row = table.subarray(index * family.states, (index + 1) * family.states)
    return Math.max(...row) === rowTotal(table, family.states, index)
  })
}

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
  if (deterministic(family, census.counts)) {
    const posterior = labelPosterior(fold(census.counts, family))
    return { posterior, clean: true, parameters: { observationNoise: 0, dynamicNoise: 0 } }
  }
  const { fitted, lead, logLikelihood, model } = searchCensus(family, census, noise)
  const posterior = posteriorOf(lead, states, temper)
  const parameters = {
    observationNoise: model.noise.observation,
    dynamicNoise: model.noise.dynamic,
    logLikelihood,
    labellingsFitted: fitted
  }
  yield
  const segments = states === 2 && cells > 0 ? cutSegments(observations, cells) : []
  if (segments.length === 0) return { posterior, clean: false, parameters }
  const prior = Float64Array.from(family.classes, (_, c) => (lead[2 * c]! - lead[2 * c + 1]!) / temper)
  const { logOdds, misfire, weighed } = yield* refine(family, segments, prior, model.noise, seed)
  return {
    posterior: posteriorOfOdds(logOdds),
    clean: false,
    parameters: { ...parameters, classesWeighed: weighed, lastMisfireRate: misfire }
  }
}
