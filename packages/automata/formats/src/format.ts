import type { Budget, Read } from "@rulescope/arrays"
import type { Film, NamedFilm } from "@rulescope/pictures"
import type { Sheet } from "./sheet.ts"
import type { Pattern } from "./plane/pattern.ts"
import type { Settings } from "./settings.ts"

/** A file to be read, no longer packed. */
export interface Opened {
  /** File name without folders and without `.gz`; "-" for standard input. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The first 64 KiB as text, line ends "\n"; empty when they hold a NUL, as text never does. */
  readonly head: string
  readonly budget: Budget
  readonly settings: Settings
}

/**
 * What a file holds: frames in windows of their own, an evolution a sheet; patterns in one plane, a generation each,
 * whose places and order are to be found; or pictures, which are understood together with those of other files.
 */
export type Content =
  | { readonly kind: "sheets"; readonly sheets: ReadonlyArray<Sheet> }
  | { readonly kind: "patterns"; readonly patterns: ReadonlyArray<Pattern> }
  | {
      readonly kind: "pictures"
      readonly film: Film
      readonly understand: (films: ReadonlyArray<NamedFilm>) => Read<ReadonlyArray<Sheet>>
    }

/** One way to write recordings down. A registry is a list of these, asked in their order. */
export interface Format {
  /** Short name, such as "npz"; kebab-case. */
  readonly id: string
  /** What such a file is called in a sentence, without article: "NumPy archive". */
  readonly label: string
  /** Endings of file names in lower case, without the dot. */
  readonly endings: ReadonlyArray<string>
  /** Whether the content can be nothing else, by its first bytes or lines. */
  readonly begins: (file: Opened) => boolean
  /** Such a file may be notes beside recordings of other formats: it counts only where there are no others. */
  readonly loose?: boolean
  /** Any text that no other format claims is read as this. */
  readonly anyText?: boolean
  /** A reader that takes much code to decode comes when it is needed, so that no page loads it before. */
  readonly read: (file: Opened) => Read<Content> | Promise<Read<Content>>
}
