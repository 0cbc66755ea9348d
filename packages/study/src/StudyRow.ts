import { Problem } from "@rulescope/core"
import { Schema } from "effect"

/** Readable value of every axis, by label. */
export const Point = Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite, Schema.Boolean]))
export type Point = typeof Point.Type

/** What one run of a study came to. A failed run is a row as well. */
export const StudyRow = Schema.Struct({
  /** Index in the plan. */
  run: Schema.Int,
  /** Content key of the run: its complete spec and the versions of its plugins. */
  key: Schema.String,
  /** The cell that it belongs to: hash of all axes but the seed. */
  group: Schema.String,
  point: Point,
  seed: Schema.Int,
  status: Schema.Literals(["done", "failed"]),
  /** `message` in English; `problem` is the same for other languages, where the error tells it. */
  error: Schema.NullOr(
    Schema.Struct({ tag: Schema.String, message: Schema.String, problem: Schema.optionalKey(Problem) })
  ),
  /** Rule that was read, null when a class is undetermined. */
  rule: Schema.NullOr(Schema.String),
  /** Rule that the source of the data states, if it does. */
  truth: Schema.NullOr(Schema.String),
  /**
   * Null where it is not known. `ruleExact` 0 or 1; `right`, `wrong`, `undetermined` classes; `accuracy` of the
   * model and `heldOutAccuracy` of the rule, 0 to 1; `calibration`: mean confidence minus share right, of the
   * labels given; `brier`: mean squared distance of confidence from rightness; `secondsTotal` and
   * `seconds.<stage>`: what the stage took when it was computed, null when it came from the cache; `memoryMb`.
   */
  metrics: Schema.Record(Schema.String, Schema.NullOr(Schema.Finite)),
  /** Plugin versions by "stage id", and the content key of what the generator read by "data path". */
  versions: Schema.Record(Schema.String, Schema.String),
  /** A command that reproduces the run from anywhere. */
  command: Schema.String,
  /** ISO 8601 time. */
  finished: Schema.String
})
export type StudyRow = typeof StudyRow.Type
