import { allUnfit, say, unfit } from "@rulescope/core"
import { Effect, Schema } from "effect"
import { InvalidStudy } from "./StudyError.ts"

const Steps = Schema.Struct({
  from: Schema.Finite,
  to: Schema.Finite,
  /** Values from the first to the last, both included. */
  steps: Schema.Int.check(Schema.isBetween({ minimum: 2, maximum: 10_000 }))
})

/** One thing that a study varies. Exactly one of `values`, `range` and `logRange` is given. */
export const Axis = Schema.Struct({
  /** Name in tables and figures; default: the last part of the path. */
  label: Schema.optionalKey(Schema.String),
  /**
   * Place in the run spec, such as "inferrer.config.beta", "family", "augmenters.0.config.gamma"; or a whole
   * stage such as "backbone", whose values are plugin ids or { id, config }.
   */
  path: Schema.String,
  /** Any JSON; { label, value } gives a value a name of its own. */
  values: Schema.optionalKey(Schema.NonEmptyArray(Schema.Json)),
  /** Evenly spaced numbers. */
  range: Schema.optionalKey(Steps),
  /** Numbers > 0 spaced evenly in their logarithm. */
  logRange: Schema.optionalKey(Steps)
})
export type Axis = typeof Axis.Type

/** A grid over some of the axes; what it leaves out stays at the baseline, or at the base spec without one. */
export const Subset = Schema.Struct({
  name: Schema.String,
  /** By axis label: "all", or the readable values to take. */
  axes: Schema.Record(
    Schema.String,
    Schema.Union([Schema.Literal("all"), Schema.Array(Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]))])
  )
})
export type Subset = typeof Subset.Type

export const defaultMetrics = [
  "ruleExact",
  "right",
  "wrong",
  "undetermined",
  "accuracy",
  "heldOutAccuracy",
  "calibration",
  "secondsTotal"
] as const

/** A study: which runs, over which seeds, measured how. Data only; command line, pages and programs share it. */
export const StudySpec = Schema.Struct({
  name: Schema.String,
  /** What the study asks, one sentence. */
  question: Schema.optionalKey(Schema.String),
  /** Run spec that all runs share; its subject says what may stand in it. */
  base: Schema.Record(Schema.String, Schema.Json),
  axes: Schema.Array(Axis),
  /** "grid": every combination; "paired": the n-th values of all axes together; or named grids over some axes. Default "grid". */
  design: Schema.Union([
    Schema.Literals(["grid", "paired"]),
    Schema.Struct({ subsets: Schema.NonEmptyArray(Subset) })
  ]).pipe(Schema.withDecodingDefaultKey(Effect.succeed("grid" as const))),
  /** Seeds of the runs, or how many, counted up from the base's seed; default 1. */
  seeds: Schema.Union([
    Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100_000 })),
    Schema.NonEmptyArray(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)))
  ]).pipe(Schema.withDecodingDefaultKey(Effect.succeed(1))),
  /** What runs are measured by; what none of them needs is not computed (the proof, without heldOutAccuracy). */
  metrics: Schema.Array(Schema.String).pipe(Schema.withDecodingDefaultKey(Effect.succeed([...defaultMetrics]))),
  /** Readable value by axis label that others are compared with. */
  baseline: Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite, Schema.Boolean])).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed({}))
  )
})
export type StudySpec = typeof StudySpec.Type

/** Decodes a study strictly: a misspelt key is an error. */
export const decodeStudySpec = (raw: unknown): Effect.Effect<StudySpec, InvalidStudy> =>
  Schema.decodeUnknownEffect(StudySpec, { onExcessProperty: "error", errors: "all" })(raw).pipe(
    Effect.mapError(
      (error) =>
        new InvalidStudy({
          reason: say`the study does not fit: ${allUnfit(unfit(error))}`,
          remedy: say`correct it there; docs/studies.md describes the fields`
        })
    )
  )
