import { Schema } from "effect"
import { english, say, Sentence, word } from "./Sentence.ts"

/** Why something cannot be done, and what to do about it. */
export const Problem = Schema.Struct({ reason: Sentence, remedy: Sentence })
export type Problem = typeof Problem.Type

/** A sentence; or, where it is not told by its template yet, its English. */
type Told = string | Sentence

const Told: Schema.Codec<Told, Told> = Schema.Union([Schema.String, Schema.toType(Sentence)])

/** Fields of an error that tells a problem. */
export const problemFields = { reason: Told, remedy: Told }

const sentence = (told: Told): Sentence => (typeof told === "string" ? word(told) : told)

interface Fields {
  readonly reason: Told
  readonly remedy: Told
}

/** What an error tells. */
export const problemOf = ({ reason, remedy }: Fields): Problem => ({
  reason: sentence(reason),
  remedy: sentence(remedy)
})

/** What an error tells of a part, such as a plugin or a file, whose name stands in front. */
export const problemIn = (name: string, { reason, remedy }: Fields): Problem => ({
  reason: typeof reason === "string" ? word(`${name}: ${reason}`) : say`${name}: ${reason}`,
  remedy: sentence(remedy)
})

/** Both of its sentences as one. */
export const inOne = ({ reason, remedy }: Problem): Sentence => say`${reason}; ${remedy}`

/** A problem on one line of English. */
export const lineOf = (problem: Problem): string => english(inOne(problem))

/** What can be said of anything that was thrown. */
export const sentenceOf = (cause: unknown): Sentence => {
  const { message, problem } = (cause ?? {}) as { readonly message?: unknown; readonly problem?: Problem }
  return problem === undefined ? word(typeof message === "string" ? message : String(cause)) : inOne(problem)
}
