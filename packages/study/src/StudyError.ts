import { Schema } from "effect"

/** The study cannot be run as it is written; nothing has run yet. */
export class InvalidStudy extends Schema.TaggedError<InvalidStudy>()("InvalidStudy", {
  reason: Schema.String,
  remedy: Schema.String
}) {
  override get message() {
    return `${this.reason}; ${this.remedy}`
  }
}
