import { explain, formatRule, makeRandom, parseRule, type Recording, type Rule, simulate } from "@rulescope/automata"
import { GenerateError, Generator, Plugin } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"

const id = "soup"

const share = Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
const whole = (minimum: number, maximum: number, initial: number, description: string) =>
  Schema.Int.check(Schema.isBetween({ minimum, maximum }))
    .annotate({ description })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(initial)))

export const Config = Schema.Struct({
  rule: Schema.String.annotate({ description: "Rule string, such as B36/S23, B2-a/S12, MAP… or W110." }),
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
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("torus" as const)))
})
export type Config = typeof Config.Type

/** Density of soup `index` of `soups`. */
const densityOf = ({ density, soups }: Config, index: number): number =>
  typeof density === "number"
    ? density
    : density.from + (soups === 1 ? 0.5 : index / (soups - 1)) * (density.to - density.from)

/** Cells alive independently with probability `density`, drawn from the soup's own stream. */
const fill = (seed: string, size: number, density: number): Uint8Array => {
  const random = makeRandom(seed)
  return Uint8Array.from({ length: size }, () => (random.uniform() < density ? 1 : 0))
}

const evolve = (config: Config, rule: Rule, seed: string, index: number): Recording => {
  const { boundary, generations, height, width } = config
  const first = fill(`${seed}/soup-${index}`, width * height, densityOf(config, index))
  return {
    source: `soup ${index + 1}`,
    width,
    height,
    frames: generations + 1,
    states: 2,
    cells: simulate(rule, first, { width, height, boundary }, generations),
    boundary,
    rule: formatRule(rule)
  }
}

const make = (config: Config) =>
  Generator.of({
    generate: Effect.fn("Soup.generate")(function* (seed) {
      const read = parseRule(config.rule)
      if (!read.ok) {
        const remedy = "write a rule such as B36/S23"
        return yield* new GenerateError({ plugin: id, reason: explain(read.error), remedy })
      }
      if (read.value.family.neighbourhood.dimension === 1 && config.height !== 1) {
        return yield* new GenerateError({
          plugin: id,
          reason: `${config.rule} lives in one dimension, the soup has ${config.height} rows`,
          remedy: "set height to 1"
        })
      }
      return yield* Effect.forEach(Array.from({ length: config.soups }), (_, index) =>
        Effect.as(Effect.yieldNow, evolve(config, read.value, seed, index))
      )
    })
  })

/** Random soups evolved under any rule. */
export const soup = Plugin.make({
  id,
  version: 1,
  summary: "Random soups evolved under any two-state rule.",
  config: Config,
  layer: (config) => Layer.succeed(Generator, make(config))
})
