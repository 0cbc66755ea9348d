import { english, type Sentence, word } from "@rulescope/core"
import { useEffect, useState } from "react"
import { type Translate, useLanguage, useTexts } from "./LanguageProvider.tsx"
import { uiTexts } from "./uiTexts.ts"

const inEnglish: Translate = () => null

/**
 * What translates sentences that were not written for this page, such as the reason of an error; null from it where
 * nobody has. Loaded only where it is `needed`, and undefined until then.
 */
export const useTranslation = (needed: boolean): Translate | undefined => {
  const { language, translations } = useLanguage()
  const load = translations[language]
  const [loaded, setLoaded] = useState<{ readonly by: typeof load; readonly translate: Translate }>()
  useEffect(() => {
    if (!needed || load === undefined) return
    let wanted = true
    void load()
      .catch(() => inEnglish)
      .then((translate) => wanted && setLoaded({ by: load, translate }))
    return () => {
      wanted = false
    }
  }, [needed, load])
  if (load === undefined) return inEnglish
  return loaded?.by === load ? loaded.translate : undefined
}

/**
 * Such a sentence: in the language of the page where somebody has translated it, else in English and marked as such.
 * Lines after the first are shown as they are.
 */
export const Said = ({ children: sentence }: { readonly children: Sentence }) => {
  const { language } = useLanguage()
  const translate = useTranslation(true)
  const texts = useTexts(uiTexts)
  if (translate === undefined) return null
  const [first = "", ...others] = english(sentence).split("\n")
  return (
    <>
      {translate(others.length > 0 ? word(first) : sentence) ?? (
        <>
          {texts.onlyEnglish}
          {language === "en" ? first : <span lang="en">{first}</span>}
        </>
      )}
      {others.length > 0 && <code className="rs-said-lines">{others.join("\n")}</code>}
    </>
  )
}
