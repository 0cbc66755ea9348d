import { lineOf, type Problem, problemFields, problemOf } from "@rulescope/core"
import { Schema } from "effect"

/** The study cannot be run as it is written; nothing has run yet. */
export class InvalidStudy extends Schema.TaggedError<InvalidStudy>()("InvalidStudy", {
  ...problemFields
}) {
  get problem(): Problem {
    return problemOf(this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}
