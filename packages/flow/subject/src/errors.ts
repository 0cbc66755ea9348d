import { Schema } from "effect"

/** What every failure of a stage says: who, why, and what to do. */
const said = { plugin: Schema.String, reason: Schema.String, remedy: Schema.String }

/** Recordings could not be made or read. */
export class GenerateError extends Schema.TaggedError<GenerateError>()("GenerateError", said) {
  override get message() {
    return `${this.reason}; ${this.remedy}`
  }
}

/** No library of terms can be chosen for the recordings. */
export class ChooseError extends Schema.TaggedError<ChooseError>()("ChooseError", said) {
  override get message() {
    return `${this.plugin}: ${this.reason}; ${this.remedy}`
  }
}

/** The recordings cannot be augmented this way. */
export class AugmentError extends Schema.TaggedError<AugmentError>()("AugmentError", said) {
  override get message() {
    return `${this.plugin}: ${this.reason}; ${this.remedy}`
  }
}

/** Training or prediction failed. */
export class BackboneError extends Schema.TaggedError<BackboneError>()("BackboneError", said) {
  override get message() {
    return `${this.plugin}: ${this.reason}; ${this.remedy}`
  }
}

/** The evidence is of a kind that this inferrer cannot read. */
export class InferError extends Schema.TaggedError<InferError>()("InferError", said) {
  override get message() {
    return `${this.plugin}: ${this.reason}; ${this.remedy}`
  }
}

/** The recordings and the spec do not go together. */
export class RunError extends Schema.TaggedError<RunError>()("RunError", {
  reason: Schema.String,
  remedy: Schema.String
}) {
  override get message() {
    return `${this.reason}; ${this.remedy}`
  }
}
