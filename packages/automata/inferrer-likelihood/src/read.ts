import { type Census, type Family, fold, type Observation, rowTotal, unobserved } from "@rulescope/lattice"
import { labelPosterior, type Noise } from "@rulescope/automata"
import { type GivenNoise, searchCensus, type TraceStep } from "./censusSearch.ts"
import { refine } from "./evolution/refine.ts"
import { refineTwice } from "./evolution/refineTwice.ts"
import { cutSegments } from "@rulescope/noise"
import { posteriorOf, posteriorOfOdds } from "./posterior.ts"

/** A labelling with its log-likelihood. */
interface Scored {
  readonly labels: Uint8Array
  readonly logLikelihood: number
}

/** What a reading gives. */
export interface Reading {
  /** `posterior[class * states + label]` */
  readonly posterior: Float64Array
  /** A deterministic rule of the family explains every cell. */
  readonly clean: boolean
  readonly noise: Noise
  /** The numbers it used. */
  readonly parameters: Readonly<Record<string, number>>
  /** The best rules, best first. */
  readonly best: ReadonlyArray<Scored>
  /** Steps of the search. */
  readonly trace: ReadonlyArray<TraceStep>
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

/** Without a contradiction labels are read off; classes never seen whole may have been seen in part. */
function* readClean(
  family: Family,
  plain: Float64Array,
  support: ReadonlyArray<number>,
  observations: ReadonlyArray<Observation>,
  { cells, seed }: Terms
): Generator<void, Reading> {
  const noise = { observation: 0, dynamic: 0 }
  const reading = { posterior: plain, clean: true, noise, parameters: {}, best: [], trace: [] }
  if (family.states !== 2 || cells === 0 || !support.includes(0) || !masked(observations)) return reading
  const prior = Float64Array.from(support, (all, c) => (all === 0 ? 0 : Math.sign(plain[2 * c + 1]! - 0.5) * settled))
  const { logOdds, weighed } = yield* refine(family, cutSegments(observations, cells), prior, noise, seed)
  const posterior = posteriorOfOdds(logOdds).map((p, at) => (support[at >> 1] === 0 ? p : plain[at]!))
  return { ...reading, posterior, parameters: { classesWeighed: weighed } }
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
  terms: Terms
): Generator<void, Reading> {
  const { states } = family
  const table = fold(census.counts, family)
  const support = family.classes.map((_, index) => rowTotal(table.counts, states, index))
  const clean = support.every((all, c) => all === Math.max(...table.counts.subarray(c * states, (c + 1) * states)))
  if (clean) return yield* readClean(family, labelPosterior({ census, observed: table }), support, observations, terms)
  const { best, fitted, lead, model, trace } = searchCensus(family, census, terms.noise)
  const reading = {
    posterior: whereSeen(posteriorOf(lead, states, terms.temper), support),
    clean,
    noise: model.noise,
    parameters: { labellingsFitted: fitted },
    best,
    trace
  }
  yield
  const segments = states === 2 && terms.cells > 0 ? cutSegments(observations, terms.cells) : []
  if (segments.length === 0) return reading
  const prior = Float64Array.from(family.classes, (_, c) => (lead[2 * c]! - lead[2 * c + 1]!) / terms.temper)
  const { frozen, logOdds, misfire, weighed } = yield* refineTwice(family, segments, prior, model.noise, terms.seed)
  return {
    ...reading,
    posterior: whereSeen(posteriorOfOdds(logOdds), support),
    parameters: {
      ...reading.parameters,
      classesWeighed: weighed,
      lastMisfireRate: misfire,
      explained: frozen ? 0 : 1
    }
  }
}
