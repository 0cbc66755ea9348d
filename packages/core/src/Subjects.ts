import { Effect, Schema } from "effect"
import { lineOf, type Problem } from "./Problem.ts"
import { say } from "./Sentence.ts"
import type { AnySubject, Equipped } from "./Subject.ts"

/** A spec is about something that nobody registered. */
export class UnknownSubject extends Schema.TaggedError<UnknownSubject>()("UnknownSubject", {
  id: Schema.String,
  known: Schema.Array(Schema.String)
}) {
  get problem(): Problem {
    return { reason: say`no subject is called "${this.id}"`, remedy: say`known: ${this.known}` }
  }
  override get message() {
    return lineOf(this.problem)
  }
}

/** The subjects there are, by id; a spec that names none is about the first. */
export type Subjects<R> = ReadonlyMap<string, Equipped<AnySubject, R>>

export const makeSubjects = <R>(all: ReadonlyArray<Equipped<AnySubject, R>>): Subjects<R> =>
  new Map(all.map((equipped) => [equipped.subject.id, equipped]))

/** What a spec, read or not, is about. */
export const subjectOf = <R>(
  subjects: Subjects<R>,
  spec: unknown
): Effect.Effect<Equipped<AnySubject, R>, UnknownSubject> => {
  const stated = (spec as { readonly subject?: unknown } | null)?.subject
  const known = [...subjects.keys()]
  const id = typeof stated === "string" ? stated : known[0]!
  const found = subjects.get(id)
  return found === undefined ? Effect.fail(new UnknownSubject({ id, known })) : Effect.succeed(found)
}
