import { Effect, Schema } from "effect"

/** The spec is not one; `detail` names every place. */
export class InvalidSpec extends Schema.TaggedError<InvalidSpec>()("InvalidSpec", { detail: Schema.String }) {
  override get message() {
    return `the run spec does not fit: ${this.detail}`
  }
}

/** Decodes a spec by the schema of its subject, strictly: a misspelt key is an error. */
export const decodeSpec = <Spec>(
  schema: Schema.ConstraintCodec<Spec, any>,
  raw: unknown
): Effect.Effect<Spec, InvalidSpec> =>
  Effect.mapError(
    Schema.decodeUnknownEffect(schema, { onExcessProperty: "error", errors: "all" })(raw),
    ({ message }) => new InvalidSpec({ detail: message.replaceAll("\n", " ").replaceAll(/ +/g, " ") })
  )
