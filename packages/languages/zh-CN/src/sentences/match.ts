/**
 * A sentence in English and in Chinese; `{name}` stands for a value in both, `{name!}` for a part that has to be
 * translated too, and `{id}`, `{pattern}`, `{n}` and `{m}` for one word.
 */
export type Sentence = readonly [english: string, chinese: string]

interface Form {
  readonly pattern: RegExp
  readonly names: ReadonlyArray<string>
  readonly chinese: string
}

const words = new Set(["id", "pattern", "n", "m"])

const placeholder = /\{(\w+!?)\}/g

const formOf = ([english, chinese]: Sentence): Form => {
  const names = [...english.matchAll(placeholder)].map((match) => match[1]!)
  const parts = english.split(/\{\w+!?\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
  const values = parts.slice(1).map((part, i) => `${words.has(names[i]!) ? "(\\S+?)" : "(.+?)"}${part}`)
  return { names, chinese, pattern: new RegExp(`^${parts[0]!}${values.join("")}$`, "su") }
}

/**
 * Translates sentences that were put together from values: the English wording is the key, as in gettext catalogues, so
 * that stages need not know of languages. Values that are sentences themselves are translated as well. Null for what
 * no form fits; of two that fit the earlier one counts.
 */
export const translator = (sentences: ReadonlyArray<Sentence>): ((text: string) => string | null) => {
  const forms = sentences.map(formOf)
  const translate = (text: string): string | null => {
    for (const { chinese, names, pattern } of forms) {
      const match = pattern.exec(text)
      if (match === null) continue
      const values = new Map<string, string>()
      for (const [i, name] of names.entries()) {
        const value = match[i + 1]!
        const translated = translate(value)
        if (translated === null && name.endsWith("!")) break
        values.set(name, translated ?? value)
      }
      if (values.size === new Set(names).size)
        return chinese.replaceAll(placeholder, (_, name: string) => values.get(name)!)
    }
    return null
  }
  return translate
}
