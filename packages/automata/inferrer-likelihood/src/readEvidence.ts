import type { Census } from "@rulescope/lattice"
import type { Evidence } from "@rulescope/automata"
import type { Config } from "./Likelihood.ts"
import { type Reading, read, type Terms } from "./read.ts"
import { findStride, readStrided, type StridedReading } from "./strided/readStrided.ts"

/** What the network expects to follow the patterns it was asked about, as a census. */
const expectedCensus = ({ asked, census, probabilities }: Evidence): Census => ({
  ...census,
  counts: Float64Array.from(probabilities, (p, at) => p * asked[Math.floor(at / census.states)]!)
})

const termsOf = (config: Config): Terms => ({
  noise: {
    ...(config.observationNoise === null ? {} : { observation: config.observationNoise }),
    ...(config.dynamicNoise === null ? {} : { dynamic: config.dynamicNoise })
  },
  temper: config.temper,
  cells: config.cells,
  seed: config.seed
})

/** Readings of what the configuration asks for, by name. */
export function* readEvidence(config: Config, evidence: Evidence): Generator<void, Readonly<Record<string, Reading>>> {
  const { census, family, observations } = evidence
  const readings: Record<string, Reading> = {}
  if (config.evidence !== "predictions") {
    readings["observed"] = yield* read(family, census, observations, termsOf(config))
  }
  if (config.evidence !== "observations") {
    readings["predicted"] = yield* read(family, expectedCensus(evidence), [], termsOf(config))
  }
  return readings
}

/** Reads frames that are several generations apart; finds how many when that is not known. */
export function* readStrides(
  { temper }: Config,
  { observations }: Evidence,
  stride: Evidence["stride"]
): Generator<void, StridedReading> {
  return stride === "auto" ? yield* findStride(observations, temper) : yield* readStrided(observations, stride, temper)
}
