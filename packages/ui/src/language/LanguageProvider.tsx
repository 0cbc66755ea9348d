import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react"
import { remember } from "../remembered.ts"
import { english, type Load, type Spoken } from "./spoken.ts"

/** Texts in English, and the name of the part under which another language has them. */
export interface Texts<D> {
  readonly part: string
  readonly english: D
}

export const defineTexts = <D extends object>(part: string, texts: D): Texts<D> => ({ part, english: texts })

interface LanguageState {
  readonly spoken: Spoken
  /** Tags of all languages that can be chosen. */
  readonly tags: ReadonlyArray<string>
  readonly choose: (tag: string) => Promise<void>
}

const LanguageContext = createContext<LanguageState | null>(null)

interface LanguageProviderProps {
  readonly children: ReactNode
  /** The language to begin with. */
  readonly first: Spoken
  /** Tags of languages other than English. */
  readonly tags: ReadonlyArray<string>
  readonly load: Load
}

/** Keeps the language of the page. One that is chosen is loaded; until it is there the page stays as it is. */
export const LanguageProvider = ({ children, first, load, tags }: LanguageProviderProps) => {
  const [spoken, setSpoken] = useState(first)
  const wanted = useRef(first.tag)
  useEffect(() => {
    document.documentElement.lang = spoken.tag
    // Fetched now, so that the page goes on when its server has gone.
    void spoken.translate?.().catch(() => undefined)
  }, [spoken])
  const state = useMemo(
    (): LanguageState => ({
      spoken,
      tags: [english.tag, ...tags],
      choose: async (tag) => {
        wanted.current = tag
        const next = tag === english.tag ? english : await load(tag).catch(() => undefined)
        if (next === undefined || wanted.current !== tag) return
        remember("language", tag)
        setSpoken(next)
      }
    }),
    [spoken, tags, load]
  )
  return <LanguageContext value={state}>{children}</LanguageContext>
}

export const useLanguage = (): LanguageState => {
  const state = useContext(LanguageContext)
  if (state === null) throw new Error("useLanguage is used outside LanguageProvider")
  return state
}

/** The texts in the language of the page. A language has the texts that the part asks for: `Parts` of the preset. */
export const useTexts = <D extends object>({ english: texts, part }: Texts<D>): D =>
  (useLanguage().spoken.texts[part] as D | undefined) ?? texts
