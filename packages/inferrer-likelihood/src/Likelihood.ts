import { type ClassTable, undetermined } from "@rulescope/automata"
import { type Evidence, InferError, Inferrer, labelPosterior, makeEstimate, Plugin } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { searchCensus } from "./censusSearch.ts"

const id = "likelihood"

const rate = (description: string) =>
  Schema.NullOr(Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 0.5 })))
    .annotate({ description })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(null)))

const Config = Schema.Struct({
  claim: Schema.Finite.check(Schema.isBetween({ minimum: 0.5, maximum: 1, exclusiveMaximum: true }))
    .annotate({ description: "Posterior probability from which a label is given; below it the class is undetermined." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.99))),
  observationNoise: rate("Share of recorded cells that are wrong (ε); null: estimated."),
  dynamicNoise: rate("Share of transitions that misfire (δ); null: estimated."),
  temper: Schema.Finite.check(Schema.isGreaterThanOrEqualTo(1))
    .annotate({
      description: "Log-likelihoods are divided by it: one recorded cell takes part in about this many neighbourhoods."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(10)))
})
type Config = typeof Config.Type

/** Cells outside the majority of their class; 0 when a deterministic rule of the family explains everything. */
const contradictions = ({ counts, family: { states } }: ClassTable): number => {
  let cells = 0
  for (let row = 0; row < counts.length; row += states) {
    const seen = counts.subarray(row, row + states)
    cells += seen.reduce((sum, count) => sum + count, 0) - Math.max(...seen)
  }
  return cells
}

/** Posterior of every label from leads in log-likelihood, `lead[class * states + label]`, each class on its own. */
export const posteriorOf = (lead: Float64Array, states: number, temper: number): Float64Array => {
  const posterior = new Float64Array(lead.length)
  for (let row = 0; row < lead.length; row += states) {
    const least = Math.min(...lead.subarray(row, row + states))
    let sum = 0
    for (let label = 0; label < states; label++) sum += Math.exp((least - lead[row + label]!) / temper)
    for (let label = 0; label < states; label++) {
      posterior[row + label] = Math.exp((least - lead[row + label]!) / temper) / sum
    }
  }
  return posterior
}

const read = (config: Config, { census, family, observed }: Evidence) => {
  const { states } = family
  const support = family.classes.map((_, index) =>
    observed.counts.subarray(index * states, (index + 1) * states).reduce((sum, count) => sum + count, 0)
  )
  const given = {
    ...(config.observationNoise === null ? {} : { observation: config.observationNoise }),
    ...(config.dynamicNoise === null ? {} : { dynamic: config.dynamicNoise })
  }
  const clean = contradictions(observed) === 0
  const found = clean ? null : searchCensus(family, census, given)
  const posterior = found === null ? labelPosterior(observed) : posteriorOf(found.lead, states, config.temper)
  const labels = new Uint8Array(family.classes.length).fill(undetermined)
  const confidence = new Float64Array(family.classes.length)
  for (let index = 0; index < labels.length; index++) {
    const row = posterior.subarray(index * states, (index + 1) * states)
    const best = row.indexOf(Math.max(...row))
    confidence[index] = support[index]! > 0 ? row[best]! : 1 / states
    // Without a contradiction what was seen once is as sure as the rule is deterministic.
    if (support[index]! > 0 && (clean || row[best]! >= config.claim)) labels[index] = best
  }
  const parameters = {
    claim: config.claim,
    temper: config.temper,
    observationNoise: found?.model.noise.observation ?? 0,
    dynamicNoise: found?.model.noise.dynamic ?? 0,
    ...(found === null ? {} : { logLikelihood: found.logLikelihood, labellingsFitted: found.fitted })
  }
  return makeEstimate(family, {
    labels,
    support,
    confidence,
    used: { inferrer: id, evidence: "observations", parameters }
  })
}

/** The rule by likelihood, noise included. */
export const likelihood = Plugin.make({
  id,
  version: 1,
  summary: "The rule as a parameter of a likelihood that knows wrongly recorded cells and misfiring transitions.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Inferrer,
      Inferrer.of({
        infer: Effect.fn("Likelihood.infer")(function* (evidence) {
          if (evidence.family.partition === null) {
            return yield* new InferError({
              plugin: id,
              reason: `${evidence.family.id} has too many patterns to tabulate`,
              remedy: "use the inferrer threshold"
            })
          }
          return yield* Effect.sync(() => read(config, evidence))
        })
      })
    )
})
