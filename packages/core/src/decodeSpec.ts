import { Effect, Schema } from "effect"
import { lineOf, type Problem } from "./Problem.ts"
import { say } from "./Sentence.ts"
import { allUnfit, unfit, Unfit } from "./Unfit.ts"

/** The spec is not one; `places` are all that is wrong. */
export class InvalidSpec extends Schema.TaggedError<InvalidSpec>()("InvalidSpec", { places: Schema.Array(Unfit) }) {
  get problem(): Problem {
    return { reason: say`the run spec does not fit: ${allUnfit(this.places)}`, remedy: say`correct it there` }
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** Decodes a spec by the schema of its subject, strictly: a misspelt key is an error. */
export const decodeSpec = <Spec>(
  schema: Schema.ConstraintCodec<Spec, any>,
  raw: unknown
): Effect.Effect<Spec, InvalidSpec> =>
  Effect.mapError(
    Schema.decodeUnknownEffect(schema, { onExcessProperty: "error", errors: "all" })(raw),
    (error) => new InvalidSpec({ places: unfit(error) })
  )
