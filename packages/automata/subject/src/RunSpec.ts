import { Effect, Schema } from "effect"
import { decodeSpec, type InvalidSpec, Registry } from "@rulescope/core"

/** A choice whose id may be left out, as may the whole choice. */
const choice = (id: string) =>
  Schema.Struct({
    ...Registry.Choice.fields,
    id: Schema.String.pipe(Schema.withDecodingDefaultKey(Effect.succeed(id)))
  }).pipe(Schema.withDecodingDefaultKey(Effect.succeed({})))

/** Fully determines a run: same spec, same result on every machine. Data only. */
export const RunSpec = Schema.Struct({
  /** What it is about; a spec that says nothing is about automata. */
  subject: Schema.optionalKey(Schema.Literal("automata")),
  /** Shown in lists and figures. */
  name: Schema.optionalKey(Schema.String),
  /** Packages and folders that plugins are loaded from beside those that come with Rulescope; none by default. */
  plugins: Schema.optionalKey(Schema.Array(Schema.String)),
  /** Family of rules to look in, such as "life-like" or "generations:4H", or "auto" to choose; default "auto". */
  family: Schema.String.pipe(Schema.withDecodingDefaultKey(Effect.succeed("auto"))),
  /** Every random choice derives from it; whole number ≥ 0, default 1. */
  seed: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)).pipe(Schema.withDecodingDefaultKey(Effect.succeed(1))),
  /** Share of the transitions kept apart for the proof, 0 ≤ share < 1; 0: no proof is asked for; default 0.2. */
  heldOut: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1, exclusiveMaximum: true })).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed(0.2))
  ),
  /**
   * Generations from one frame to the next: a number, "auto" to find it (1 to 4), or "recorded": what the recording
   * says, 1 when it says nothing; default "recorded".
   */
  stride: Schema.Union([
    Schema.Literals(["recorded", "auto"]),
    Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 16 }))
  ]).pipe(Schema.withDecodingDefaultKey(Effect.succeed("recorded" as const))),
  generator: Registry.Choice,
  /** Applied in order, each to what it is for; default none. */
  augmenters: Schema.Array(Registry.Choice).pipe(Schema.withDecodingDefaultKey(Effect.succeed([]))),
  /** Chooses the family where none is stated. */
  chooser: choice("marginal-likelihood"),
  backbone: choice("cnn"),
  inferrer: choice("threshold"),
  verifier: choice("replay")
})
export type RunSpec = typeof RunSpec.Type

/** Decodes a spec strictly: a misspelt key is an error. */
export const decodeRunSpec = (raw: unknown): Effect.Effect<RunSpec, InvalidSpec> => decodeSpec(RunSpec, raw)
