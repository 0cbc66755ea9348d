import { Plugin, say } from "@rulescope/core"
import { InferError, Inferrer, type Question } from "@rulescope/flow"
import { readExpanded } from "@rulescope/reading"
import { Effect, Layer, Schema } from "effect"
import { readFiltered } from "./read.ts"

const id = "filter"

export const Config = Schema.Struct({
  odds: Schema.Finite.check(Schema.isBetween({ minimum: 0.001, maximum: 0.999 }))
    .annotate({ description: "Probability, before the data are seen, that a term is in the law." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.1))),
  maxOrder: Schema.Int.check(Schema.isBetween({ minimum: 2, maximum: 8 }))
    .annotate({ description: "Highest order in the interval where nothing is hidden or misread." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(5))),
  settled: Schema.Finite.check(Schema.isBetween({ minimum: 0.01, maximum: 2 }))
    .annotate({ description: "Shift of a coefficient by the last order, in standard errors, that is small enough." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.25)))
})
export type Config = typeof Config.Type

const isPlain = ({ library }: Question): boolean => library.hidden === "nothing" && !library.readingError

/** One recording at a time, without loops: the Gaussian carries one law. */
const admit = (question: Question): Effect.Effect<void, InferError> =>
  isPlain(question) || (question.recordings.length === 1 && question.library.space.loops.length === 0)
    ? Effect.void
    : Effect.fail(
        new InferError({
          plugin: id,
          reason: say`several recordings have reading errors or hidden velocities`,
          remedy: say`give one recording at a time`
        })
      )

/** Likelihood of a Gaussian carried from sample to sample; that of expanded transitions where nothing is hidden. */
export const filter = Plugin.make({
  id,
  version: 1,
  summary: "Sees through reading errors, gaps and hidden velocities by a Gaussian filter; else expands transitions.",
  config: Config,
  layer: (config) =>
    Layer.succeed(
      Inferrer,
      Inferrer.admitting({
        admit,
        infer: (evidence) =>
          Effect.sync(() =>
            isPlain(evidence)
              ? readExpanded(evidence, { inferrer: id, ...config })
              : readFiltered(evidence, { inferrer: id, odds: config.odds })
          )
      })
    )
})
