import type { Sentence } from "@rulescope/core"
import { remembered } from "../remembered.ts"

/** A sentence in another language; null where nobody has translated it. */
export type Translate = (sentence: Sentence) => string | null

/** A language that a page can be read in. */
export interface Spoken {
  /** Its BCP 47 tag. */
  readonly tag: string
  /** Texts by the names of their parts; what is not there is read in English. */
  readonly texts: Readonly<Record<string, object | undefined>>
  /** What translates sentences that are not the page's own; loaded when the first is shown. */
  readonly translate: (() => Promise<Translate>) | undefined
}

/** What everything is written in. */
export const english: Spoken = { tag: "en", texts: {}, translate: undefined }

/** The language's name in itself. */
export const nameOf = (tag: string): string =>
  new Intl.DisplayNames([tag], { type: "language" }).of(new Intl.Locale(tag).language) ?? tag

const primary = (tag: string): string => tag.toLowerCase().split("-")[0]!

/** The first tag asked for that is there, or one of the same language; so `zh-TW` is answered by `zh-CN`. */
const bestTag = (asked: ReadonlyArray<string>, tags: ReadonlyArray<string>): string | undefined => {
  for (const one of asked) {
    const found = tags.find((tag) => tag === one) ?? tags.find((tag) => primary(tag) === primary(one))
    if (found !== undefined) return found
  }
  return undefined
}

/** Gets a language by its tag. */
export type Load = (tag: string) => Promise<Spoken>

/** The language to begin with: the reader's choice, else that of the browser. English when it cannot be had. */
export const firstLanguage = async (tags: ReadonlyArray<string>, load: Load): Promise<Spoken> => {
  const all = [english.tag, ...tags]
  const tag = remembered("language", all) ?? bestTag(navigator.languages, all) ?? english.tag
  return tag === english.tag ? english : load(tag).catch(() => english)
}
