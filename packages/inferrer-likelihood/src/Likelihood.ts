import { type Census, rowTotal, undetermined } from "@rulescope/automata"
import { type Evidence, InferError, Inferrer, makeEstimate, Plugin } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { type Reading, read, type Terms } from "./read.ts"

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
  evidence: Schema.Literals(["predictions", "observations", "both"])
    .annotate({
      description: "What is read: the network's predictions, the observed frames, or both where they agree."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("observations" as const))),
  cells: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
    .annotate({ description: "Recorded cells of which the hidden evolution is drawn, at most; 0: the census alone." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(262144))),
  temper: Schema.Finite.check(Schema.isGreaterThanOrEqualTo(1))
    .annotate({
      description: "Log-likelihoods of the census are divided by it: a cell takes part in about as many neighbourhoods."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(10))),
  seed: Schema.String.annotate({ description: "Seed of the draws of the hidden evolution." }).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed("likelihood"))
  )
})
type Config = typeof Config.Type

/** What the network expects to follow the patterns it was asked about, as a census. */
const expectedCensus = ({ asked, census, probabilities }: Evidence): Census => ({
  ...census,
  counts: Float64Array.from(probabilities, (p, at) => p * asked[Math.floor(at / census.states)]!)
})

/** Runs the work piece by piece, so that an interruption comes through. */
const inPieces = <A>(work: Generator<void, A>): Effect.Effect<A> =>
  Effect.suspend(() => {
    const { done, value } = work.next()
    return done === true ? Effect.succeed(value) : Effect.andThen(Effect.yieldNow, inPieces(work))
  })

const estimateOf = (config: Config, { family, observed }: Evidence, readings: Record<string, Reading>) => {
  const { states } = family
  const all = Object.entries(readings)
  const support = family.classes.map((_, index) => rowTotal(observed.counts, states, index))
  const labels = new Uint8Array(family.classes.length).fill(undetermined)
  const posterior = new Float64Array(states * labels.length)
  for (let index = 0; index < labels.length; index++) {
    // Where several readings are asked for the least sure one is quoted for each label; what they disagree on is open.
    const least = Array.from({ length: states }, (_, label) =>
      Math.min(...all.map(([, reading]) => reading.posterior[index * states + label]!))
    )
    const sum = least.reduce((total, p) => total + p, 0)
    const best = least.indexOf(Math.max(...least))
    for (let label = 0; label < states; label++) {
      posterior[index * states + label] = sum > 0 ? least[label]! / sum : 1 / states
    }
    // Without a contradiction what was seen once is as sure as the rule is deterministic.
    const given = (support[index]! > 0 && all.every(([, { clean }]) => clean)) || least[best]! >= config.claim
    if (given && least[best]! > 1 / states) labels[index] = best
  }
  const parameters: Record<string, number> = { claim: config.claim, temper: config.temper }
  for (const [name, reading] of all) {
    for (const [key, value] of Object.entries(reading.parameters)) {
      parameters[all.length > 1 ? `${name} ${key}` : key] = value
    }
  }
  return makeEstimate(family, {
    labels,
    support,
    posterior,
    used: { inferrer: id, evidence: config.evidence, parameters }
  })
}

/** The rule by likelihood, noise included. */
export const likelihood = Plugin.make({
  id,
  version: 2,
  summary: "The rule as a parameter of a likelihood that knows wrongly recorded cells and misfiring transitions.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Inferrer,
      Inferrer.of({
        infer: Effect.fn("Likelihood.infer")(function* (evidence) {
          const { census, family, observations } = evidence
          if (family.partition === null) {
            return yield* new InferError({
              plugin: id,
              reason: `${family.id} has too many patterns to tabulate`,
              remedy: "use the inferrer threshold"
            })
          }
          const terms: Terms = {
            noise: {
              ...(config.observationNoise === null ? {} : { observation: config.observationNoise }),
              ...(config.dynamicNoise === null ? {} : { dynamic: config.dynamicNoise })
            },
            temper: config.temper,
            cells: config.cells,
            seed: config.seed
          }
          const readings: Record<string, Reading> = {}
          if (config.evidence !== "predictions") {
            readings["observed"] = yield* inPieces(read(family, census, observations, terms))
          }
          if (config.evidence !== "observations") {
            readings["predicted"] = yield* inPieces(read(family, expectedCensus(evidence), [], terms))
          }
          return estimateOf(config, evidence, readings)
        })
      })
    )
})
