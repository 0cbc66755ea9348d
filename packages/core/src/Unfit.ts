import { Schema, SchemaIssue } from "effect"
import { say, Sentence, word } from "./Sentence.ts"

/** What of a value is not of its schema. */
export const Unfit = Schema.Struct({
  /** Keys from the whole value to the part at fault; empty when it is the whole. */
  path: Schema.Array(Schema.String),
  /** What is wrong there, with the place. */
  what: Sentence
})
export type Unfit = typeof Unfit.Type

const missing = "missing"
const excess = "excess"

const format = SchemaIssue.makeFormatterStandardSchemaV1({
  leafHook: (issue) => {
    if (issue._tag === "MissingKey") return missing
    return issue._tag === "UnexpectedKey" ? excess : SchemaIssue.defaultLeafHook(issue)
  }
})

/** How Effect begins what it says of a value that is not of its schema. */
const expected = "Expected "

const whatIsWrong = (place: string, message: string): Sentence => {
  if (message === missing) return say`"${place}" is missing`
  if (message === excess) return say`"${place}" is not expected`
  const what = message.startsWith(expected) ? say`expected ${message.slice(expected.length)}` : word(message)
  return place === "" ? what : say`"${place}": ${what}`
}

/** Everything of a value that does not fit its schema; places are written as in run specs, `generator.config.width`. */
export const unfit = ({ issue }: Schema.SchemaError): ReadonlyArray<Unfit> =>
  format(issue).issues.map(({ message, path = [] }) => {
    const keys = path.map(String)
    return { path: keys, what: whatIsWrong(keys.join("."), message) }
  })

/** All of them as one sentence. */
export const allUnfit = (places: ReadonlyArray<Unfit>): Sentence => say`${places.map(({ what }) => what)}`
