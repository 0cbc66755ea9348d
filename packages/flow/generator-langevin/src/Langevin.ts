import { Plugin, say, type Sentence, word } from "@rulescope/core"
import { GenerateError, Generator, type Recording } from "@rulescope/flow"
import { explainLaw, type Law, parseLaw, printLaw, record, simulate } from "@rulescope/sde"
import { Effect, Layer, Schema } from "effect"

const id = "langevin"

const above = (bound: number, initial: number, description: string) =>
  Schema.Finite.check(Schema.isGreaterThan(bound))
    .annotate({ description })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(initial)))
const least = (bound: number, description: string) =>
  Schema.Finite.check(Schema.isGreaterThanOrEqualTo(bound))
    .annotate({ description })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(bound)))
const whole = (minimum: number, maximum: number, initial: number, description: string) =>
  Schema.Int.check(Schema.isBetween({ minimum, maximum }))
    .annotate({ description })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(initial)))

export const Config = Schema.Struct({
  law: Schema.String.annotate({
    description:
      "The law in writing, such as x' = x - x^3; noise 0.5, where noise is the variance that a unit of time adds."
  }),
  interval: above(0, 0.1, "Time between samples, in the unit of the law."),
  samples: whole(100, 10_000_000, 30_000, "Samples of a recording."),
  recordings: whole(1, 1_000, 1, "Number of recordings, each from 0 with noise of its own."),
  discard: least(0, "Time before the first sample that is left out."),
  readingError: least(0, "Standard deviation of an independent error on every number."),
  missing: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 0.9 }))
    .annotate({ description: "Share of samples that are missing at random." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0))),
  wrapped: Schema.Boolean.annotate({ description: "Whether phases are recorded within one turn, from -π to π." }).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed(false))
  ),
  hidden: Schema.Array(Schema.String)
    .annotate({ description: "Names of coordinates that are not recorded." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed([])))
})
export type Config = typeof Config.Type

const failed = (reason: Sentence, remedy: Sentence): GenerateError => new GenerateError({ plugin: id, reason, remedy })

/** One recording of the law from a stream of its own. */
const recordOne = (
  config: Config,
  law: Law,
  columns: ReadonlyArray<number>,
  seed: string,
  index: number
): Recording => {
  const { discard, interval, missing, readingError, samples, wrapped } = config
  const stream = `${seed}/recording-${index}`
  const trajectory = simulate(law, { interval, samples, discard, seed: stream })
  return {
    source: `recording ${index + 1}`,
    columns: columns.map((k) => law.space.coordinates[k]!),
    interval,
    values: record(trajectory, { readingError, missing, wrapped, columns, seed: stream }),
    law: printLaw(law)
  }
}

const make = (config: Config) =>
  Generator.of({
    source: Effect.succeed(null),
    generate: Effect.fn("Langevin.generate")(function* (seed) {
      const read = parseLaw(config.law)
      if (!read.ok) return yield* failed(word(explainLaw(read.error)), say`write a law such as x' = -x; noise 0.5`)
      const { coordinates } = read.value.space
      const unknown = config.hidden.find((hidden) => !coordinates.some(({ name }) => name === hidden))
      if (unknown !== undefined)
        return yield* failed(
          say`the law has no coordinate ${unknown}`,
          say`name one of the law's coordinates as hidden`
        )
      const columns = [...coordinates.keys()].filter((k) => !config.hidden.includes(coordinates[k]!.name))
      if (columns.length === 0) return yield* failed(say`every coordinate is hidden`, say`leave one to be recorded`)
      return yield* Effect.forEach(Array.from({ length: config.recordings }), (_, index) =>
        Effect.andThen(
          Effect.yieldNow,
          Effect.try({
            try: () => recordOne(config, read.value, columns, seed, index),
            catch: (error) =>
              failed(
                word(error instanceof Error ? error.message : String(error)),
                say`give a law that keeps within bounds`
              )
          })
        )
      )
    })
  })

/** Any law in writing, simulated. */
export const langevin = Plugin.make({
  id,
  version: 1,
  summary: "Any law in writing, simulated by the stochastic Heun scheme.",
  config: Config,
  layer: (config) => Layer.succeed(Generator, make(config))
})
