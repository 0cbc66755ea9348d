import type { Recording } from "@rulescope/lattice"
import { GenerateError, Generator } from "@rulescope/automata"
import { contentKey, Files, Memory, type NamedBytes, Plugin, problemIn, say, type Source, word } from "@rulescope/core"
import { formatIds } from "@rulescope/formats/ids"
import { Effect, Layer, Result, Schema } from "effect"

const id = "recording"

/** Readers of all formats weigh as much as all other plugins; only who reads a file needs them. */
const readers = Effect.promise(() => import("@rulescope/formats"))

const frame = Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000_000 })))

export const Config = Schema.Struct({
  path: Schema.String.annotate({
    description: `File, or folder with a generation or a recording in each file: ${formatIds.join(", ")}.`
  }),
  boundary: Schema.Literals(["auto", "torus", "dead", "unknown"])
    .annotate({
      description: "What lies beyond the edges; auto: what the file states, else it is decided from the data."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("auto" as const))),
  frames: Schema.Struct({ from: frame, to: frame })
    .annotate({
      description: "Frames to use, counted from 0, both ends included; from is 0 and to the last frame unless given."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed({}))),
  values: Schema.String.annotate({
    description: "States of values as the file writes them, such as 0=0,255=1; ? is unobserved. Others are found."
  }).pipe(Schema.withDecodingDefaultKey(Effect.succeed(""))),
  axes: Schema.String.annotate({
    description: "Axes of arrays, such as HWT: T frames, H rows, W columns, N recordings, C channels; else found."
  }).pipe(Schema.withDecodingDefaultKey(Effect.succeed(""))),
  cell: Schema.String.annotate({
    description: "Size of the cells of pictures in pixels, such as 6 or 7.03,14.06; else found."
  }).pipe(Schema.withDecodingDefaultKey(Effect.succeed(""))),
  origin: Schema.String.annotate({
    description: "Where the first cell of pictures begins, in pixels from the left and the top, such as 3,3."
  }).pipe(Schema.withDecodingDefaultKey(Effect.succeed("")))
})
export type Config = typeof Config.Type

/** Frames `from` to `to`, both included, of a recording that has them and keeps at least two. */
const slice = Effect.fnUntraced(function* (
  recording: Recording,
  { from = 0, to = recording.frames - 1 }: Config["frames"],
  path: string
) {
  const { cells, firstGeneration, frames, height, source, stride = 1, width } = recording
  if (to < frames && to > from) {
    const size = width * height
    const kept = { ...recording, frames: to - from + 1, cells: cells.subarray(from * size, (to + 1) * size) }
    return firstGeneration === undefined ? kept : { ...kept, firstGeneration: firstGeneration + from * stride }
  }
  const place = path.endsWith(source) ? path : `${path}: ${source}`
  const { formats } = yield* readers
  const format = formats.find(({ id }) => id === recording.reading?.format)
  const what = format === undefined ? say`${place}` : say`${place} (${word(format.label)})`
  return yield* frames === 1
    ? new GenerateError({
        plugin: id,
        reason: say`${what} has ${frames} frame`,
        remedy: say`a rule shows itself only between frames: record at least 2`
      })
    : new GenerateError({
        plugin: id,
        reason: say`${what} has ${frames} frames, and frames ${from} to ${to} are asked for`,
        remedy: say`ask for two or more of the frames 0 to ${frames - 1}`
      })
})

/** Hash of the names and of every byte. */
const keyOf = (read: ReadonlyArray<NamedBytes>): string =>
  contentKey(
    read.map(({ bytes, name }) => [name, bytes.length]),
    ...read.map(({ bytes }) => bytes)
  )

const make = (config: Config) =>
  Effect.gen(function* () {
    const files = yield* Files
    let known: Source | null = null
    // What is generated and the key that it is known by come from the same reading.
    const reading = files.read(config.path).pipe(
      Effect.tap((read) =>
        Effect.sync(() => {
          known = { name: config.path, key: keyOf(read) }
        })
      )
    )
    return Generator.of({
      source: Effect.suspend(() =>
        known === null
          ? Effect.match(reading, { onSuccess: () => known, onFailure: () => null })
          : Effect.succeed(known)
      ),
      generate: Effect.fn("Recording.generate")(function* () {
        const { parsePixels, parseRecordings, parseValues } = yield* readers
        const memory = yield* Memory
        const said = Result.all({
          values: parseValues(config.values),
          cell: parsePixels(config.cell, true),
          origin: parsePixels(config.origin, false)
        })
        const { cell, origin, values } = yield* Effect.fromResult(said).pipe(
          Effect.mapError(({ reason, remedy }) => new GenerateError({ plugin: id, reason, remedy }))
        )
        const settings = {
          values,
          ...(cell === undefined ? {} : { cell }),
          ...(origin === undefined ? {} : { origin }),
          ...(memory === null ? {} : { memory }),
          ...(config.axes === "" ? {} : { axes: config.axes })
        }
        const recordings = yield* reading.pipe(
          Effect.flatMap((read) => parseRecordings(read, config.path, settings)),
          Effect.mapError((error) => new GenerateError({ plugin: id, ...problemIn(error.path, error) }))
        )
        return yield* Effect.forEach(recordings, (recording) =>
          Effect.map(slice(recording, config.frames, config.path), (kept) =>
            config.boundary === "auto" ? kept : { ...kept, boundary: config.boundary }
          )
        )
      })
    })
  })

/** Recorded evolutions from files. The seed has no influence. */
export const recording = Plugin.make({
  id,
  version: 2,
  summary: "Recorded evolutions from files.",
  config: Config,
  layer: (config) => Layer.effect(Generator, make(config))
})
