import { rendering, type Sentence } from "@rulescope/core"
import type { Parts, WordsOfPlugins } from "./Language.ts"
import { languages } from "./languages.ts"

/** Tags of the languages that there are beside English. */
export const tags: ReadonlyArray<string> = Object.keys(languages)

/** A language with the parts that were asked for. */
interface OpenedLanguage {
  readonly tag: string
  readonly texts: Partial<Parts> & { readonly plugins: WordsOfPlugins }
  /** Loads what translates sentences; null from it for those that nobody has translated. */
  readonly translate: () => Promise<(sentence: Sentence) => string | null>
}

/** Loads a language with some of its parts and the words of all plugins; `tag` is one of `tags`. */
export const openLanguage = async (tag: string, parts: ReadonlyArray<keyof Parts>): Promise<OpenedLanguage> => {
  const source = languages[tag]!
  const [{ language }, words] = await Promise.all([source.language(), source.plugins?.()])
  const texts = await Promise.all(parts.map(async (part) => [part, await language[part]?.()] as const))
  const plugins = words?.plugins ?? {}
  return {
    tag,
    texts: { ...Object.fromEntries(texts), plugins },
    translate: async () => {
      const own = await language.sentences()
      const ofPlugins = Object.assign({}, ...Object.values(plugins).map(({ sentences }) => sentences))
      return rendering((template) => ofPlugins[template] ?? own(template), language.comma)
    }
  }
}
