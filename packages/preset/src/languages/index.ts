import { rendering, type Sentence } from "@rulescope/core"
import type { Parts } from "./Language.ts"
import { languages } from "./languages.ts"

/** Tags of the languages that there are beside English. */
export const tags: ReadonlyArray<string> = Object.keys(languages)

/** A language with the parts that were asked for. */
interface OpenedLanguage {
  readonly tag: string
  readonly texts: Partial<Parts>
  /** Loads what translates sentences; null from it for those that nobody has translated. */
  readonly translate: () => Promise<(sentence: Sentence) => string | null>
}

/** Loads a language with some of its parts; `tag` is one of `tags`. */
export const openLanguage = async (tag: string, parts: ReadonlyArray<keyof Parts>): Promise<OpenedLanguage> => {
  const { language } = await languages[tag]!()
  const texts = await Promise.all(parts.map(async (part) => [part, await language[part]?.()] as const))
  return {
    tag,
    texts: Object.fromEntries(texts),
    translate: async () => rendering(await language.sentences(), language.comma)
  }
}
