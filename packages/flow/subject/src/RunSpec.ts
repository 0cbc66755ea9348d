import { decodeSpec, type InvalidSpec, Registry } from "@rulescope/core"
import { Effect, Schema } from "effect"

/** A choice whose id may be left out, as may the whole choice. */
const choice = (id: string) =>
  Schema.Struct({
    ...Registry.Choice.fields,
    id: Schema.String.pipe(Schema.withDecodingDefaultKey(Effect.succeed(id)))
  }).pipe(Schema.withDecodingDefaultKey(Effect.succeed({})))

/** Fully determines a run. Numbers may differ in their last digits between machines; laws in writing do not. Data only. */
export const RunSpec = Schema.Struct({
  subject: Schema.Literal("flow"),
  /** Shown in lists and figures. */
  name: Schema.optionalKey(Schema.String),
  /** Packages and folders that plugins are loaded from beside those that come with Rulescope; none by default. */
  plugins: Schema.optionalKey(Schema.Array(Schema.String)),
  /** Every random choice derives from it; whole number ≥ 0, default 1. */
  seed: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)).pipe(Schema.withDecodingDefaultKey(Effect.succeed(1))),
  /** Share of each recording, its last part, that is kept apart for the proof, 0 < share < 1; default 0.2. */
  heldOut: Schema.Finite.check(
    Schema.isBetween({ minimum: 0, maximum: 1, exclusiveMinimum: true, exclusiveMaximum: true })
  ).pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.2))),
  generator: Registry.Choice,
  chooser: choice("order"),
  /** Applied in order to what the network learns from; default none. */
  augmenters: Schema.Array(Registry.Choice).pipe(Schema.withDecodingDefaultKey(Effect.succeed([]))),
  backbone: choice("kramers-moyal"),
  inferrer: choice("filter"),
  verifier: choice("innovations")
})
export type RunSpec = typeof RunSpec.Type

/** Decodes a spec strictly: a misspelt key is an error. */
export const decodeRunSpec = (raw: unknown): Effect.Effect<RunSpec, InvalidSpec> => decodeSpec(RunSpec, raw)
