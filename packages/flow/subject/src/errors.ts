import { lineOf, type Problem, problemFields, problemIn, problemOf } from "@rulescope/core"
import { Schema } from "effect"

/** What every failure of a stage says: who, why, and what to do. */
const said = { plugin: Schema.String, ...problemFields }

/** Recordings could not be made or read. */
export class GenerateError extends Schema.TaggedError<GenerateError>()("GenerateError", said) {
  get problem(): Problem {
    return problemOf(this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** No library of terms can be chosen for the recordings. */
export class ChooseError extends Schema.TaggedError<ChooseError>()("ChooseError", said) {
  get problem(): Problem {
    return problemIn(this.plugin, this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** The recordings cannot be augmented this way. */
export class AugmentError extends Schema.TaggedError<AugmentError>()("AugmentError", said) {
  get problem(): Problem {
    return problemIn(this.plugin, this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** Training or prediction failed. */
export class BackboneError extends Schema.TaggedError<BackboneError>()("BackboneError", said) {
  get problem(): Problem {
    return problemIn(this.plugin, this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** The evidence is of a kind that this inferrer cannot read. */
export class InferError extends Schema.TaggedError<InferError>()("InferError", said) {
  get problem(): Problem {
    return problemIn(this.plugin, this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** The recordings and the spec do not go together. */
export class RunError extends Schema.TaggedError<RunError>()("RunError", {
  ...problemFields
}) {
  get problem(): Problem {
    return problemOf(this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}
