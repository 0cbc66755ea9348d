import { explain, type FamilyKind, formatRule, readRule, type Recording, type Rule, simulate } from "@rulescope/lattice"
import { makeRandom } from "@rulescope/random"
import { Families, GenerateError, Generator } from "@rulescope/automata"
import { Plugin } from "@rulescope/core"
import { Effect, Layer, Schema } from "effect"
import { misfire, record } from "./disturb.ts"

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

/** Density of soup `index` of `soups`. */
const densityOf = ({ density, soups }: Config, index: number): number =>
  typeof density === "number"
    ? density
    : density.from + (soups === 1 ? 0.5 : index / (soups - 1)) * (density.to - density.from)

/** Cells alive independently with probability `density` in a patch in the middle, drawn from the soup's own stream. */
const fill = (seed: string, { height, patch, width }: Config, density: number): Uint8Array => {
  const random = makeRandom(seed)
  const cells = new Uint8Array(width * height)
  const [columns, rows] = [Math.ceil(patch * width), Math.ceil(patch * height)]
  const [left, top] = [(width - columns) >> 1, (height - rows) >> 1]
  for (let y = top; y < top + rows; y++) {
    for (let x = left; x < left + columns; x++) cells[y * width + x] = random.uniform() < density ? 1 : 0
  }
  return cells
}

const evolve = (config: Config, rule: Rule, seed: string, index: number): Recording => {
  const { boundary, dynamicNoise, generations, height, mask, observationNoise, width } = config
  const stream = `${seed}/soup-${index}`
  const first = fill(stream, config, densityOf(config, index))
  const world = { width, height, boundary }
  const cells =
    dynamicNoise === 0
      ? simulate(rule, first, world, generations)
      : misfire(rule, first, world, generations, dynamicNoise, makeRandom(`${stream}/misfires`))
  record(cells, observationNoise, mask, makeRandom(`${stream}/recording`))
  return {
    source: `soup ${index + 1}`,
    ...world,
    frames: generations + 1,
    states: 2,
    cells,
    rule: formatRule(rule)
  }
}

const make = (config: Config, families: ReadonlyArray<FamilyKind>) =>
  Generator.of({
    source: Effect.succeed(null),
    generate: Effect.fn("Soup.generate")(function* (seed) {
      const read = readRule(families, config.rule)
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
  layer: (config) =>
    Layer.effect(
      Generator,
      Effect.map(Families, (families) => make(config, families))
    )
})
