/** What the terminal can do. */
export interface TerminalOptions {
  /** Columns to draw in. */
  readonly width: number
  readonly colour: boolean
  /** Lines may be rewritten in place. */
  readonly live: boolean
}

/** Options for a stream: colours and rewriting only on a terminal, and neither when NO_COLOR is set. */
export const optionsOf = (stream: NodeJS.WriteStream): TerminalOptions => ({
  width: Math.max(40, Math.min(stream.columns ?? (Number(process.env["COLUMNS"]) || 80), 140)),
  colour: stream.isTTY === true && !process.env["NO_COLOR"],
  live: stream.isTTY === true && process.env["TERM"] !== "dumb"
})

const paint =
  (code: string) =>
  (text: string, { colour }: TerminalOptions): string =>
    colour ? `\u001b[${code}m${text}\u001b[0m` : text

export const bold = paint("1")
export const dim = paint("2")
export const green = paint("32")
export const red = paint("31")
export const yellow = paint("33")

/** 1234567 as "1,234,567". */
export const grouped = (value: number): string => value.toLocaleString("en-US")

/** Seconds with two digits that matter. */
export const duration = (seconds: number): string =>
  seconds < 9.95 ? `${seconds.toFixed(2)} s` : `${seconds.toFixed(0)} s`
