import type { Check, Library } from "@rulescope/flow"
import {
  autocorrelation,
  degreeOf,
  type Measured,
  neighbourCorrelation,
  type Pit,
  pitOf,
  scoreMemory,
  scoreNoise,
  shapeOf,
  type Space,
  type Term
} from "@rulescope/sde"
import type { Looked } from "./Looked.ts"

/** Bounds that differ from the common one, with why. */
const bounds = {
  /** Together over many terms; laws that hold reach 3. */
  memory: 4,
  /** Together over many terms; laws that hold reach 4.3. */
  noise: 8
}

/** Lags, in samples, at which innovations are held against earlier states. */
const lags = [1, 2, 4, 8]

const column = ({ innovations: { own }, trajectory }: Looked, k: number): Float64Array => {
  const d = trajectory.space.coordinates.length
  return Float64Array.from({ length: own.length / d }, (_, t) => own[t * d + k]!)
}

/** What is said of one coordinate of one recording. */
export interface Aspect {
  readonly coordinate: string
  readonly pit: Pit
  readonly lags: ReadonlyArray<Measured>
  readonly checks: ReadonlyArray<Check>
}

/** Terms of low degree, whose dependence is looked for. */
const simple = ({ terms }: Library, most: number): ReadonlyArray<Term> => terms.filter((term) => degreeOf(term) <= most)

/** Terms of recorded coordinates alone, which come first. */
const seenTerms = (terms: ReadonlyArray<Term>, { coordinates, loops }: Space): ReadonlyArray<Term> => {
  const d = coordinates.length
  const forms = coordinates.filter(({ kind }) => kind === "real").length + loops.length
  return terms
    .filter(({ powers, wave }) => wave.slice(d).every((m) => m === 0) && powers.slice(forms).every((p) => p === 0))
    .map(({ part, powers, wave }) => ({ part, powers: powers.slice(0, forms), wave: wave.slice(0, d) }))
}

/** Innovations of a recording, coordinate by coordinate: normal, white, of constant width, without memory. */
export const aspectsOf = (looked: Looked, library: Library, bound: number): ReadonlyArray<Aspect> => {
  const { innovations, recording, trajectory } = looked
  const terms = seenTerms(simple(library, 2), trajectory.space)
  const memory = scoreMemory(innovations, trajectory, terms, lags)
  const noise = scoreNoise(
    innovations,
    trajectory,
    terms.filter((term) => degreeOf(term) > 0)
  )
  return trajectory.space.coordinates.map(({ name }, k): Aspect => {
    const series = column(looked, k)
    const correlations = autocorrelation(series, 10)
    const strongest = correlations.reduce(
      (best, { error, value }, i) =>
        Math.abs(value / error) > Math.abs(best.z) ? { z: value / error, lag: i + 1 } : best,
      { z: 0, lag: 1 }
    )
    const { kurtosis } = shapeOf(series)
    const order = neighbourCorrelation(trajectory, k)
    const check = (what: string, score: number, limit: number, passed: boolean, good: string, bad: string): Check => ({
      name: what,
      coordinate: name,
      recording,
      part: "whole",
      score: Number.isFinite(score) ? score : Number.MAX_VALUE,
      bound: limit,
      passed,
      because: passed ? good : bad
    })
    return {
      coordinate: name,
      pit: pitOf(series),
      lags: correlations,
      checks: [
        check(
          "order",
          order.value / order.error,
          bound,
          order.value > bound * order.error,
          `neighbouring samples of ${name} belong together`,
          `neighbouring samples of ${name} have nothing to do with each other: they are in no order, or too far apart`
        ),
        check(
          "tails",
          kurtosis.value / kurtosis.error,
          bound,
          kurtosis.value < 1 || kurtosis.value < bound * kurtosis.error,
          `steps of ${name} spread as normal noise does`,
          `${name} jumps: its steps have far more outliers than normal noise`
        ),
        check(
          "whiteness",
          strongest.z,
          bound,
          Math.abs(strongest.z) < bound,
          `what the law leaves of ${name} is uncorrelated in time`,
          `what the law leaves of ${name} is correlated with what it left ${strongest.lag} samples before`
        ),
        check(
          "memory",
          memory[k]!.together,
          bounds.memory,
          memory[k]!.together < bounds.memory,
          `what the law leaves of ${name} does not depend on earlier states`,
          `what ${name} does depends on earlier states: a coordinate is missing`
        ),
        check(
          "noise",
          noise[k]!.together,
          bounds.noise,
          noise[k]!.together < bounds.noise,
          `the noise of ${name} is the same in every state`,
          `the noise of ${name} depends on the state, which no law of this kind says`
        )
      ]
    }
  })
}
