import { recordingsOf, tablesOf } from "@rulescope/columns"
import { contentKey, Files, Memory, Plugin, problemIn } from "@rulescope/core"
import { GenerateError, Generator, type Recording } from "@rulescope/flow"
import { Effect, Layer, Result, Schema } from "effect"

const id = "trajectory"

/** Bytes that reading may take beside the files, when nothing else is asked for: 1 GiB. */
const defaultMemory = 2 ** 30

const names = (description: string) =>
  Schema.Array(Schema.String)
    .annotate({ description })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed([])))

export const Config = Schema.Struct({
  path: Schema.String.annotate({
    description: "File, or folder with a recording in each file: npz, npy, csv, parquet, each also as .gz."
  }),
  columns: names("Columns that are used, or their names where the file has none; all unless given."),
  phases: names("Columns that are angles in radians; others are found out."),
  reals: names("Columns that are no angles."),
  interval: Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0))
    .annotate({ description: "Time between samples; 0: that of the column of times." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0)))
})
export type Config = typeof Config.Type

const make = (config: Config) =>
  Effect.gen(function* () {
    const files = yield* Files
    return Generator.of({
      source: files.read(config.path).pipe(
        Effect.map((read) => ({
          name: config.path,
          key: contentKey(
            read.map(({ bytes, name }) => [name, bytes.length]),
            ...read.map(({ bytes }) => bytes)
          )
        })),
        Effect.orElseSucceed(() => null)
      ),
      generate: Effect.fn("Trajectory.generate")(function* () {
        const memory = (yield* Memory) ?? defaultMemory
        const read = yield* files
          .read(config.path)
          .pipe(Effect.mapError((error) => new GenerateError({ plugin: id, ...problemIn(error.path, error) })))
        const recordings: Array<Recording> = []
        for (const file of read) {
          const found = Result.flatMap(yield* tablesOf(file, memory), (tables) =>
            Result.all(tables.map((table) => recordingsOf(table, file.name, config)))
          )
          if (Result.isFailure(found)) {
            return yield* new GenerateError({ plugin: id, ...problemIn(file.name, found.failure) })
          }
          recordings.push(...found.success.flat())
        }
        return recordings
      })
    })
  })

/** Recorded flows from files. The seed has no influence. */
export const trajectory = Plugin.make({
  id,
  version: 1,
  summary: "Recorded flows from files of named columns.",
  config: Config,
  layer: (config) => Layer.effect(Generator, make(config))
})
