import type { RunWords } from "@rulescope/charts"
import type { PluginWords, Wording } from "@rulescope/core"
import type { AtlasTexts, StudioTexts, UiTexts } from "@rulescope/language-en"

/** The parts that a language may have. What it lacks is read in English. */
export interface Parts {
  readonly atlas: AtlasTexts
  /** Words of the figures about one run. */
  readonly figures: RunWords
  readonly studio: StudioTexts
  readonly ui: UiTexts
}

/** What a language package exports: its parts, each loaded when somebody needs it. */
type Language = {
  readonly [P in keyof Parts]?: () => Promise<Parts[P]>
} & {
  /** What stands between the items of a list. */
  readonly comma: string
  /** How templates of English are worded; undefined for those that nobody has translated. */
  readonly sentences: () => Promise<(template: string) => Wording | undefined>
}

/** Plugins by subject, stage and id: `automata/backbone-cnn`. */
export type WordsOfPlugins = Readonly<Record<string, PluginWords>>

/** Where a language comes from: its package, and the plugins that have words in it. */
export interface Source {
  readonly language: () => Promise<{ readonly language: Language }>
  readonly plugins?: () => Promise<{ readonly plugins: WordsOfPlugins }>
}
