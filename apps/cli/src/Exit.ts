import { lineOf, type Problem, problemFields, problemOf } from "@rulescope/core"
import { explain, type Parsed } from "@rulescope/lattice"
import { Cause, Effect, Schema } from "effect"

/** The run ended well, but no rule was confirmed; exit code 3. Everything has been said already. */
export class NotConfirmed extends Schema.TaggedError<NotConfirmed>()("NotConfirmed", {}) {}

/** Something that the user gave cannot be used; exit code 2. */
export class BadInput extends Schema.TaggedError<BadInput>()("BadInput", {
  ...problemFields
}) {
  get problem(): Problem {
    return problemOf(this)
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** What a run may end with, whatever it is about. */
export interface RunFailure {
  readonly _tag: string
  readonly message: string
}

/** The value of a notation, or a `BadInput` that points at the place. */
export const orBadInput = <A>(read: Parsed<A>): Effect.Effect<A, BadInput> =>
  read.ok
    ? Effect.succeed(read.value)
    : Effect.fail(new BadInput({ reason: explain(read.error), remedy: "correct the rule string" }))

/** Exit codes: 0 confirmed, 1 defect, 2 bad input, 3 no rule confirmed, 130 interrupted. */
export const exitCodeOf = (
  cause: Cause.Cause<{ readonly _tag: string; readonly message: string }>
): Effect.Effect<number> =>
  Effect.sync(() => {
    if (Cause.hasInterruptsOnly(cause)) return 130
    const failure = cause.reasons.find((reason) => reason._tag === "Fail")
    if (failure === undefined) {
      console.error(
        `rulescope: this is a defect in rulescope, not in your input. Please report it with what follows.\n${Cause.pretty(cause)}`
      )
      return 1
    }
    const { error } = failure
    if (error._tag === "NotConfirmed") return 3
    // Some messages of schemas have lines.
    if (error._tag !== "ShowHelp") console.error(`rulescope: ${error.message.replaceAll(/\s*\n\s*/g, " ")}`)
    return 2
  })
