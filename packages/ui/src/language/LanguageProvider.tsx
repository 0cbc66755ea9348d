import type { Sentence } from "@rulescope/core"
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react"
import { remember, remembered } from "../remembered.ts"

export const languages = ["en", "zh"] as const
export type Language = (typeof languages)[number]

/** The language's name in itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", zh: "中文" }

/** Tags for the document and for Intl. */
export const languageTags: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-CN" }

/** The same texts in every language; a text that one of them lacks is a type error. */
export type Texts<D> = Readonly<Record<Language, D>>

/** `en` gives the shape: texts, and functions from numbers or names to texts; `zh` has to have all of them. */
export const defineTexts = <D extends object>(en: D, zh: NoInfer<D>): Texts<D> => ({ en, zh })

/** A sentence in another language; null where nobody has translated it. */
export type Translate = (sentence: Sentence) => string | null

interface LanguageState {
  readonly language: Language
  readonly choose: (language: Language) => void
  readonly translations: Translations
}

/** What to load when a sentence that is not the page's own is shown in another language than English. */
type Translations = Readonly<Partial<Record<Language, () => Promise<Translate>>>>

const LanguageContext = createContext<LanguageState | null>(null)

const preferred = (): Language => (navigator.languages.some((tag) => /^zh\b/i.test(tag)) ? "zh" : "en")

interface LanguageProviderProps {
  readonly children: ReactNode
  readonly translations: Translations
}

/** Keeps the language of the page: the user's choice, else that of the browser. */
export const LanguageProvider = ({ children, translations }: LanguageProviderProps) => {
  const [language, setLanguage] = useState<Language>(() => remembered("language", languages) ?? preferred())
  useEffect(() => {
    document.documentElement.lang = languageTags[language]
  }, [language])
  const state = useMemo(
    (): LanguageState => ({
      language,
      translations,
      choose: (next) => {
        remember("language", next)
        setLanguage(next)
      }
    }),
    [language, translations]
  )
  return <LanguageContext value={state}>{children}</LanguageContext>
}

export const useLanguage = (): LanguageState => {
  const state = useContext(LanguageContext)
  if (state === null) throw new Error("useLanguage is used outside LanguageProvider")
  return state
}

/** The texts in the language of the page. */
export const useTexts = <D,>(texts: Texts<D>): D => texts[useLanguage().language]
