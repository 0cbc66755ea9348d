import { type Law, type Parsed, parseLaw } from "@rulescope/sde"
import { Schema } from "effect"
import { EvidenceChoice } from "./EvidenceChoice.ts"

/** A number with its standard error. */
export const Measured = Schema.Struct({ value: Schema.Finite, error: Schema.Finite })
export type Measured = typeof Measured.Type

/** What is known of one term of one equation. */
export const TermEstimate = Schema.Struct({
  /** Name of the coordinate whose equation it is. */
  coordinate: Schema.String,
  /** As laws write it, e.g. "sin(phi2 - phi1)". */
  term: Schema.String,
  /** The recording whose own coefficient it is, such as its bias; absent for one that all share. */
  recording: Schema.optionalKey(Schema.Int),
  /** Coefficient in the most probable law, 0 when it is not in that law. */
  value: Schema.Finite,
  /** Its standard error there; of an absent term the error beside all other terms. Null: the data leave it free. */
  error: Schema.NullOr(Schema.Finite),
  /** Estimate beside all terms of the library: what the data alone say. Null: the data leave it free. */
  alone: Schema.NullOr(Measured),
  /** Posterior probability that the term is in the law. */
  present: Schema.Finite,
  /**
   * The error beside all terms as a part of the equation's largest contribution: the larger, the more the value rests
   * on other terms being absent. Null: the data leave it free.
   */
  openness: Schema.NullOr(Schema.Finite),
  /** `known`: it is in the law; `absent`: it is not; `undetermined`: the recording does not say. */
  state: Schema.Literals(["known", "absent", "undetermined"]),
  /** Why, in one sentence. */
  because: Schema.String
})
export type TermEstimate = typeof TermEstimate.Type

/** Noise ⟨dn dn⟩/dt with the standard error of every entry; coordinates × coordinates. */
export const NoiseEstimate = Schema.Struct({
  matrix: Schema.Array(Schema.Array(Schema.Finite)),
  error: Schema.Array(Schema.Array(Schema.Finite))
})
export type NoiseEstimate = typeof NoiseEstimate.Type

/** The most probable law of recordings that share all coefficients, as exactly as it was found. */
export const GroupLaw = Schema.Struct({
  /** Places of the recordings. */
  recordings: Schema.Array(Schema.Int),
  law: Schema.String,
  noise: NoiseEstimate
})
export type GroupLaw = typeof GroupLaw.Type

/** A law as far as the evidence carries. */
export const LawEstimate = Schema.Struct({
  /** The law in writing, rounded to what is known of it, of the first recording; null when a term is undetermined. */
  law: Schema.NullOr(Schema.String),
  /** Terms in the order of equations and library: the parts of a law, as classes are those of a rule. */
  classes: Schema.Array(TermEstimate),
  /** One for each group of recordings; more than one only when terms are a recording's own. */
  laws: Schema.Array(GroupLaw),
  /** Standard deviation of the error of a reading; 0 ± 0 when it was not looked for. */
  readingError: Measured,
  /** Order in the interval to which transitions are expanded; 0 when a filter carries them. */
  order: Schema.Int,
  /** How the law was read: the inferrer, what it looked at, and the numbers it used. */
  used: Schema.Struct({
    inferrer: Schema.String,
    evidence: EvidenceChoice,
    parameters: Schema.Record(Schema.String, Schema.Finite)
  })
})
export type LawEstimate = typeof LawEstimate.Type

/** The most probable law of a group, as the simulator runs it. What `GroupLaw` holds was printed, so it reads back. */
export const lawOf = ({ law }: GroupLaw): Law => {
  const read: Parsed<Law> = parseLaw(law)
  if (!read.ok) throw new Error(`a printed law does not read back: ${read.error.reason}`)
  return read.value
}

/** What is left to say of a law that its verdict refutes: nothing of it is known. Numbers stay as they were found. */
export const refuted = (estimate: LawEstimate, because: string): LawEstimate => ({
  ...estimate,
  law: null,
  classes: estimate.classes.map((one) =>
    one.state === "undetermined" ? one : { ...one, state: "undetermined", because: `the law is refuted: ${because}` }
  )
})
