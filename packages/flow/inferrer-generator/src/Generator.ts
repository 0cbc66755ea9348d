import { Plugin, say } from "@rulescope/core"
import { InferError, Inferrer, type Question } from "@rulescope/flow"
import { readExpanded } from "@rulescope/reading"
import { Effect, Layer, Schema } from "effect"

const id = "generator"

export const Config = Schema.Struct({
  odds: Schema.Finite.check(Schema.isBetween({ minimum: 0.001, maximum: 0.999 }))
    .annotate({ description: "Probability, before the data are seen, that a term is in the law." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.1))),
  maxOrder: Schema.Int.check(Schema.isBetween({ minimum: 2, maximum: 8 }))
    .annotate({ description: "Highest order in the interval to which transitions are expanded." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(5))),
  settled: Schema.Finite.check(Schema.isBetween({ minimum: 0.01, maximum: 2 }))
    .annotate({ description: "Shift of a coefficient by the last order, in standard errors, that is small enough." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.25)))
})
export type Config = typeof Config.Type

/** Refuses what a one-step likelihood is wrong about. */
const admit = ({ library }: Question): Effect.Effect<void, InferError> =>
  library.hidden === "nothing" && !library.readingError
    ? Effect.void
    : Effect.fail(
        new InferError({
          plugin: id,
          reason: library.readingError ? say`the readings have errors` : say`a coordinate is hidden`,
          remedy: say`it reads each increment from the sample before; use the inferrer filter`
        })
      )

/** Likelihood of transitions expanded in the interval, and the posterior of every term's presence. */
export const generator = Plugin.make({
  id,
  version: 1,
  summary: "Likelihood of transitions expanded in the interval; probability of every term, errors, what is open.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Inferrer,
      Inferrer.admitting({
        admit,
        infer: (evidence) => Effect.sync(() => readExpanded(evidence, { inferrer: id, ...config }))
      })
    )
})
