import { useEffect, useState } from "react"
import { useLanguage, useTexts, useTranslate } from "./LanguageProvider.tsx"
import { uiTexts } from "./uiTexts.ts"

/**
 * A sentence that was not written for this page, such as the reason of an error: in the language of the page where
 * somebody has translated it, else in English and marked as such. Lines after the first are shown as they are.
 */
export const Said = ({ children: sentence }: { readonly children: string }) => {
  const { language } = useLanguage()
  const load = useTranslate()
  const texts = useTexts(uiTexts)
  const [first = "", ...others] = sentence.split("\n")
  const [translated, setTranslated] = useState<{ readonly of: string; readonly as: string | null }>()
  useEffect(() => {
    if (language === "en" || load === undefined) return
    let wanted = true
    const inEnglish = () => null
    void load()
      .catch(() => inEnglish)
      .then((translate) => wanted && setTranslated({ of: first, as: translate(first) }))
    return () => {
      wanted = false
    }
  }, [first, language, load])
  const rest = others.length === 0 ? null : <code className="rs-said-lines">{others.join("\n")}</code>
  if (language === "en") {
    return (
      <>
        {first}
        {rest}
      </>
    )
  }
  if (translated?.of !== first) return null
  return (
    <>
      {translated.as ?? (
        <>
          {texts.onlyEnglish}
          <span lang="en">{first}</span>
        </>
      )}
      {rest}
    </>
  )
}
