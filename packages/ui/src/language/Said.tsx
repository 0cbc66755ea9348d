import { english as inEnglish, type Sentence, word } from "@rulescope/core"
import { useEffect, useState } from "react"
import { useLanguage, useTexts } from "./LanguageProvider.tsx"
import { english, type Translate } from "./spoken.ts"
import { uiTexts } from "./uiTexts.ts"

const asItIs: Translate = () => null

/**
 * What translates sentences that were not written for this page, such as the reason of an error; null from it where
 * nobody has. Loaded only where it is `needed`, and undefined until then.
 */
export const useTranslation = (needed: boolean): Translate | undefined => {
  const load = useLanguage().spoken.translate
  const [loaded, setLoaded] = useState<{ readonly by: typeof load; readonly translate: Translate }>()
  useEffect(() => {
    if (!needed || load === undefined) return
    let wanted = true
    void load()
      .catch(() => asItIs)
      .then((translate) => wanted && setLoaded({ by: load, translate }))
    return () => {
      wanted = false
    }
  }, [needed, load])
  if (load === undefined) return asItIs
  return loaded?.by === load ? loaded.translate : undefined
}

/**
 * Such a sentence: in the language of the page where somebody has translated it, else in English and marked as such.
 * Lines after the first are shown as they are.
 */
export const Said = ({ children: sentence }: { readonly children: Sentence }) => {
  const { tag } = useLanguage().spoken
  const translate = useTranslation(true)
  const texts = useTexts(uiTexts)
  if (translate === undefined) return null
  const [first = "", ...others] = inEnglish(sentence).split("\n")
  return (
    <>
      {translate(others.length > 0 ? word(first) : sentence) ?? (
        <>
          {texts.onlyEnglish}
          {tag === english.tag ? first : <span lang={english.tag}>{first}</span>}
        </>
      )}
      {others.length > 0 && <code className="rs-said-lines">{others.join("\n")}</code>}
    </>
  )
}
