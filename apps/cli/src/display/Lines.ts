import { dim, optionsOf, type TerminalOptions } from "./Terminal.ts"

/** Lines about stages on a stream, the last of which may still be rewritten in place. */
export interface Lines {
  readonly options: TerminalOptions
  /** Shows what a stage is at, on a terminal; takes the place of what was shown so before. */
  readonly rewrite: (stage: string, text: string) => void
  /** Writes a line to stay. */
  readonly write: (stage: string, text: string) => void
  /** Takes back what was shown and not written. */
  readonly clear: () => void
}

export const makeLines = (stream: NodeJS.WriteStream): Lines => {
  const options = optionsOf(stream)
  let open = false
  const line = (stage: string, text: string): string => `  ${stage.padEnd(10)}${text}`
  const clear = () => {
    if (open) stream.write("\r\u001b[2K")
    open = false
  }
  return {
    options,
    clear,
    rewrite: (stage, text) => {
      if (!options.live) return
      clear()
      stream.write(dim(line(stage, text).slice(0, options.width - 1), options))
      open = true
    },
    write: (stage, text) => {
      clear()
      stream.write(`${line(stage, text)}\n`)
    }
  }
}
