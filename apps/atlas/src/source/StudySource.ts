import type { RunDetail } from "@rulescope/automata"
import { english, type Sentence } from "@rulescope/core"
import type { StudyTable } from "@rulescope/study"

/** Where a study comes from, opened. */
export interface StudySource {
  /** Name of the file or folder; empty for the study that the page is served with. */
  readonly name: string
  /** The study with its rows as they are now. */
  readonly read: () => Promise<StudyTable>
  /** What the run of a row's key found, null when it failed; undefined where the source keeps only rows. */
  readonly detail: ((key: string) => Promise<RunDetail | null>) | undefined
  /** A text that is another one when reading again gives other rows; undefined where it never does. */
  readonly state: (() => Promise<string>) | undefined
  readonly close: () => void
}

/** Why something cannot be opened; the texts have a sentence for each. */
export type Why = "nothing" | "foreign" | "broken" | "format" | "rows" | "unreachable"

/** A file that is no study, or cannot be read. */
export class Unreadable extends Error {
  readonly why: Why
  /** Name of the file or folder. */
  readonly file: string
  /** What went wrong in the words of whoever noticed. */
  readonly detail: Sentence | null
  constructor(why: Why, file: string, detail: Sentence | null = null) {
    super(`${file}: ${why}${detail === null ? "" : ` ${english(detail)}`}`)
    this.why = why
    this.file = file
    this.detail = detail
  }
}
