import type { Wording } from "./Sentence.ts"

/** A field of a configuration in another language than English. */
export interface FieldWords {
  readonly label: string
  /** Meaning and unit. */
  readonly description?: string
  /** Values that are words, by the word that stands in specs; proper names may be left out. */
  readonly options?: Readonly<Record<string, string>>
}

/** A plugin in another language than English. */
export interface PluginWords {
  readonly summary: string
  /** By their path, such as `density.from`. */
  readonly fields: Readonly<Record<string, FieldWords>>
  /** What it says when something fails, by template; none by default. */
  readonly sentences?: Readonly<Record<string, Wording>>
}
