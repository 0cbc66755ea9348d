import { type FieldTexts, useLanguage } from "@rulescope/ui"
import { zhPlugins } from "./zhPlugins.ts"

// Plugins describe themselves in English. What is not translated yet is shown in their own words.

/** Labels and meanings of a plugin's fields in the language of the page. */
export const useFieldTexts = (stage: string, id: string): FieldTexts => {
  const { language } = useLanguage()
  return language === "zh" ? (zhPlugins[`${stage} ${id}`]?.fields ?? {}) : {}
}

/** A plugin's summary in the language of the page. */
export const useSummary = (stage: string, id: string, summary: string): string => {
  const { language } = useLanguage()
  return language === "zh" ? (zhPlugins[`${stage} ${id}`]?.summary ?? summary) : summary
}
