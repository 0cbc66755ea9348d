import type { PluginWords, Registry } from "@rulescope/core"
import { defineTexts, type FieldTexts, useTexts } from "@rulescope/ui"
import { figureTexts, texts } from "./texts.ts"

// Plugins describe themselves in English. What is not translated is shown in their own words.
const pluginTexts = defineTexts<Readonly<Record<string, PluginWords>>>("plugins", {})

/** Labels, meanings and choices of a plugin's fields in the language of the page. */
export const useFieldTexts = (stage: string, id: string): FieldTexts =>
  useTexts(pluginTexts)[`automata/${stage}-${id}`]?.fields ?? {}

/** A plugin's summary in the language of the page. */
export const useSummary = (stage: string, id: string, summary: string): string =>
  useTexts(pluginTexts)[`automata/${stage}-${id}`]?.summary ?? summary

/** What a family of rules is called in the language of the page, as in its figures. */
export const useFamilyTitle = (): ((family: { readonly id: string; readonly title: string }) => string) => {
  const words = useTexts(figureTexts)
  return ({ id, title }) => words.family(id, title)
}

/** "width 64, depth 1": a configuration on one line. */
export const useConfigText = (): ((stage: string, choice: Registry.Choice) => string) => {
  const plugins = useTexts(pluginTexts)
  const { compare } = useTexts(texts)
  return (stage, { config, id }) => {
    const words = plugins[`automata/${stage}-${id}`]?.fields ?? {}
    const written = (name: string, value: unknown): string => {
      if (value === null) return compare.notGiven
      return typeof value === "string" ? (words[name]?.options?.[value] ?? value) : JSON.stringify(value)
    }
    return Object.entries(config as Readonly<Record<string, unknown>>)
      .map(([name, value]) => `${words[name]?.label ?? name} ${written(name, value)}`)
      .join(compare.comma)
  }
}
