import type { Event } from "@rulescope/core"
import type { TerminalOptions } from "../display/Terminal.ts"

/** Tells a run on stderr as it happens. */
export interface Progress<Said> {
  readonly show: (event: Said) => void
  /** Clears the unfinished line. */
  readonly close: () => void
}

/** How runs of a subject are told on a terminal, printed as JSON, and drawn. */
export interface Shown<Said extends Event, Result> {
  readonly progress: (stream: NodeJS.WriteStream) => Progress<Said>
  readonly resultOf: (event: Said) => Result | undefined
  readonly report: (result: Result, options: TerminalOptions) => string
  /** The document of `--json`; its shape is a contract (docs/infer-json.md). */
  readonly document: (result: Result, seconds: Readonly<Record<string, number>>) => object
  /** Whether the law was proved: exit code 0. */
  readonly proved: (result: Result) => boolean
  /** Figures and tables of a kept run by file name; the first is also drawn as PNG. */
  readonly figures: (
    result: Result,
    events: ReadonlyArray<Said>
  ) => ReadonlyArray<readonly [name: string, text: string]>
  /** Where the stage cache keeps the model. */
  readonly modelKey: (result: Result) => string
}
