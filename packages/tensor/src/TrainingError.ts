import { Schema } from "effect"

/** Training or prediction broke off; `reason` says why, `remedy` what to do. */
export class TrainingError extends Schema.TaggedError<TrainingError>()("TrainingError", {
  reason: Schema.String,
  remedy: Schema.String
}) {
  override get message() {
    return `${this.reason}; ${this.remedy}`
  }
}
