import { lifeLike } from "@rulescope/lattice"
import { evidenceField, InferError, Inferrer } from "@rulescope/automata"
import { inPieces, Plugin } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { estimateOf, id, stridedEstimate } from "./estimate.ts"
import { readEvidence, readStrides } from "./readEvidence.ts"

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
  evidence: evidenceField("observations"),
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
export type Config = typeof Config.Type

/** The rule by likelihood, noise included. */
export const likelihood = Plugin.make({
  id,
  version: 4,
  summary: "The rule as a parameter of a likelihood that knows wrongly recorded cells and misfiring transitions.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Inferrer,
      Inferrer.admitting({
        admit: Effect.fn("Likelihood.admit")(function* ({ family, stride }) {
          if (family.partition === null) {
            return yield* new InferError({
              plugin: id,
              reason: `${family.id} has too many patterns to tabulate`,
              remedy: "use the inferrer threshold"
            })
          }
          if (stride !== 1 && family.id !== lifeLike.id) {
            return yield* new InferError({
              plugin: id,
              reason: `frames that are several generations apart are searched among ${lifeLike.id} rules only, not ${family.id}`,
              remedy: `choose --family ${lifeLike.id}, or record every generation`
            })
          }
        }),
        infer: (evidence) =>
          evidence.stride === 1
            ? Effect.map(inPieces(readEvidence(config, evidence)), (reading) => estimateOf(config, evidence, reading))
            : Effect.map(inPieces(readStrides(config, evidence, evidence.stride)), (reading) =>
                stridedEstimate(config, reading)
              )
      })
    )
})
