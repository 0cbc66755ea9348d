import { explain, type FamilyKind, readRule } from "@rulescope/lattice"
import { Families, GenerateError, Generator } from "@rulescope/automata"
import { inPieces, mebibytes, Memory, Plugin, say } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { evolve } from "./evolve.ts"

const id = "soup"

const share = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
const rate = (maximum: number, description: string) =>
  Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum }))
    .annotate({ description })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(0)))
const whole = (minimum: number, maximum: number, initial: number, description: string) =>
  Schema.Int.check(Schema.isBetween({ minimum, maximum }))
    .annotate({ description })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(initial)))

export const Config = Schema.Struct({
  rule: Schema.String.annotate({
    description: "Rule string, such as B36/S23, B2-a/S12, MAP…, W110 or 345/2/4; soups begin with states 0 and 1."
  }),
  width: whole(1, 16384, 64, "Cells per row."),
  height: whole(1, 16384, 64, "Rows; 1 for an elementary rule."),
  density: Schema.Union([share, Schema.Struct({ from: share, to: share })])
    .annotate({
      description:
        "Share of live cells at the start, 0 to 1; with from and to it rises evenly from the first soup to the last."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed({ from: 0.1, to: 0.75 }))),
  generations: whole(1, 1_000_000, 32, "Generations after the start; a recording has one frame more."),
  soups: whole(1, 10_000, 8, "Number of recordings."),
  boundary: Schema.Literals(["torus", "dead"])
    .annotate({ description: "What lies beyond the edges." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("torus" as const))),
  patch: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1, exclusiveMinimum: true }))
    .annotate({
      description:
        "Share of every side that the start fills, in the middle; dead cells around a smaller one make counts skewed."
    })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(1))),
  observationNoise: rate(0.5, "Share of recorded cells that are wrong (ε); the evolution itself is not touched."),
  dynamicNoise: rate(0.5, "Share of transitions that misfire (δ); the evolution goes on from what came out."),
  mask: rate(0.99, "Share of recorded cells that are not observed.")
})
export type Config = typeof Config.Type

/** Bytes that the soups of a run may take unless another number is asked for. */
const usualMemory = 2 ** 30

/** Every size is within its limits; their product may still be more than the memory. */
const checkMemory = Effect.fn("Soup.checkMemory")(function* ({ generations, height, soups, width }: Config) {
  const most = (yield* Memory) ?? usualMemory
  const bytes = soups * (generations + 1) * width * height
  if (bytes <= most) return
  return yield* new GenerateError({
    plugin: id,
    reason: `${soups} soup${soups === 1 ? "" : "s"} of ${generations + 1} frames of ${width} × ${height} cells take ${mebibytes(bytes)}, and ${mebibytes(most)} are allowed`,
    remedy: "make them fewer, smaller or shorter, or allow more with --memory"
  })
})

const make = (config: Config, families: ReadonlyArray<FamilyKind>) =>
  Generator.of({
    source: Effect.succeed(null),
    generate: Effect.fn("Soup.generate")(function* (seed) {
      const read = readRule(families, config.rule)
      if (!read.ok) {
        const remedy = say`write a rule such as B36/S23`
        return yield* new GenerateError({ plugin: id, reason: explain(read.error), remedy })
      }
      if (read.value.family.neighbourhood.dimension === 1 && config.height !== 1) {
        return yield* new GenerateError({
          plugin: id,
          reason: say`${config.rule} lives in one dimension, the soup has ${config.height} rows`,
          remedy: say`set height to 1`
        })
      }
      yield* checkMemory(config)
      return yield* Effect.forEach(Array.from({ length: config.soups }), (_, index) =>
        Effect.andThen(Effect.yieldNow, inPieces(evolve(config, read.value, seed, index)))
      )
    })
  })

/** Random soups evolved under any rule. */
export const soup = Plugin.make({
  id,
  version: 1,
  summary: "Random soups evolved under any rule.",
  config: Config,
  layer: (config) =>
    Layer.effect(
      Generator,
      Effect.map(Families, (families) => make(config, families))
    )
})
