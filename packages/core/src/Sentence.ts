import { Schema, SchemaTransformation } from "effect"

/** What stands at a place of a sentence: a name or a number as it is, or a sentence of its own. */
type Part = string | number | Sentence

/** What is said to people. Data alone, so that it goes through files and between threads as it is. */
export interface Sentence {
  /** English, with `{0}`, `{1}`, … where the values stand; the key of the sentence in every other language. */
  readonly template: string
  /** In their order; a list is written out as one. */
  readonly values: ReadonlyArray<Part | ReadonlyArray<Part>>
}

/** ``say`${frames} frames of ${name}` ``: the template `{0} frames of {1}` and its values. */
export const say = (parts: TemplateStringsArray, ...values: Sentence["values"]): Sentence => ({
  template: parts.reduce((text, part, i) => `${text}{${i - 1}}${part}`),
  values
})

/** A word that is known only when the program runs, such as the name of a stage; or a text that has no values. */
export const word = (text: string): Sentence => ({ template: text, values: [] })

const Part: Schema.Codec<Part> = Schema.Union([
  Schema.String,
  Schema.Finite,
  Schema.suspend((): Schema.Codec<Sentence> => Whole)
])

const Whole = Schema.Struct({
  template: Schema.String,
  values: Schema.Array(Schema.Union([Part, Schema.Array(Part)]))
})

/** A sentence in a file. One without values is kept as its text, as all of them were once. */
export const Sentence: Schema.Codec<Sentence, string | Sentence> = Schema.Union([Schema.String, Whole]).pipe(
  Schema.decodeTo(
    Schema.toType(Whole),
    SchemaTransformation.transform<Sentence, string | Sentence>({
      decode: (kept) => (typeof kept === "string" ? word(kept) : kept),
      encode: (sentence) => (sentence.values.length === 0 ? sentence.template : sentence)
    })
  )
)

/**
 * How a template is worded in a language: `{0}` where a value stands, or, where the wording depends on values, a
 * function of these as they are written there.
 */
export type Wording = string | ((...values: ReadonlyArray<string>) => string)

/** Makes sentences of a language from its wordings; null for one that has none, or of which a part has none. */
export const rendering =
  (wordingOf: (template: string) => Wording | undefined, comma: string): ((sentence: Sentence) => string | null) =>
  (sentence) => {
    const write = (value: Part | ReadonlyArray<Part>): string | null => {
      if (typeof value === "string" || typeof value === "number") return String(value)
      if (!("template" in value)) {
        const items = value.map(write)
        return items.includes(null) ? null : items.join(comma)
      }
      const wording = wordingOf(value.template)
      const written = value.values.map(write)
      if (wording === undefined || written.includes(null)) return null
      if (typeof wording === "function") return wording(...(written as ReadonlyArray<string>))
      return wording.replaceAll(/\{(\d+)\}/g, (place, index: string) => written[Number(index)] ?? place)
    }
    return write(sentence)
  }

const inEnglish = rendering((template) => template, ", ")

/** A sentence in English: every template is its own wording. */
export const english = (sentence: Sentence): string => inEnglish(sentence)!
