/** How to draw in a terminal. */
export interface TerminalOptions {
  /** Columns to use; no line is longer. Default 80, at least 48. */
  readonly width?: number
  /** ANSI colours; default false. */
  readonly colour?: boolean
  /** Only characters of ASCII; default false. For terminals that show other characters badly or two columns wide. */
  readonly ascii?: boolean
}

type Ink = "live" | "dead" | "muted" | "strong" | "wrong" | "right"

// The sixteen standard colours follow the terminal's own theme.
const codes: Readonly<Record<Ink, string>> = {
  live: "34",
  dead: "90",
  muted: "2",
  strong: "1",
  wrong: "1;31",
  right: "32"
}

/** Characters and colours of one drawing. */
export interface Style {
  readonly width: number
  readonly ascii: boolean
  readonly paint: (ink: Ink, text: string) => string
  /** A bar of `columns`, which may be a fraction, of at most `most` characters. */
  readonly bar: (columns: number, most: number) => string
  readonly arrow: string
  readonly dot: string
  readonly ellipsis: string
  readonly cross: string
  readonly tick: string
  readonly alpha: string
  /** Marks of α and of what a bar needs in its column. */
  readonly alphaMark: string
  readonly neededMark: string
  readonly times: string
}

const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

const unicodeBar = (columns: number, most: number): string => {
  const parts = Math.min(8 * most, Math.max(1, Math.round(columns * 8)))
  return "█".repeat(Math.floor(parts / 8)) + eighths[parts % 8]!
}

const asciiBar = (columns: number, most: number): string => "#".repeat(Math.min(most, Math.max(1, Math.round(columns))))

export const styleOf = ({ ascii = false, colour = false, width = 80 }: TerminalOptions): Style => ({
  width: Math.max(48, Math.floor(width)),
  ascii,
  paint: (ink, text) => (colour && text.trim() !== "" ? `\u001b[${codes[ink]}m${text}\u001b[0m` : text),
  bar: ascii ? asciiBar : unicodeBar,
  arrow: ascii ? "->" : "→",
  dot: ascii ? "|" : "·",
  ellipsis: ascii ? "..." : "…",
  cross: ascii ? "x" : "✗",
  tick: ascii ? "ok" : "✓",
  alpha: ascii ? "alpha" : "α",
  alphaMark: ascii ? "|" : "┊",
  neededMark: ascii ? ":" : "╎",
  times: ascii ? "x" : "×"
})

// oxlint-disable-next-line no-control-regex -- ANSI sequences begin with the escape character
const sequences = /\u001b\[[0-9;]*m/g

/** Columns that a text takes; every character of these drawings takes one. */
export const columnsOf = (text: string): number => [...text.replaceAll(sequences, "")].length

export const padded = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - columnsOf(text)))

export const paddedLeft = (text: string, columns: number): string =>
  " ".repeat(Math.max(0, columns - columnsOf(text))) + text

/** The text in lines of at most `columns`, broken at blanks, or anywhere in a word that is longer than a line. */
export const wrapped = (text: string, columns: number): ReadonlyArray<string> => {
  const lines: Array<string> = [""]
  for (const word of text.split(" ")) {
    const line = lines.at(-1)!
    const longer = line === "" ? word : `${line} ${word}`
    if (columnsOf(longer) <= columns) lines[lines.length - 1] = longer
    else if (columnsOf(word) <= columns) lines.push(word)
    else {
      lines.pop()
      for (let at = 0; at < longer.length; at += columns) lines.push(longer.slice(at, at + columns))
    }
  }
  return lines
}

/** Phrases set one after another with a separator, in as few lines of at most `columns` as hold them. */
export const joined = (phrases: ReadonlyArray<string>, separator: string, columns: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  for (const phrase of phrases) {
    const longer = lines.length === 0 ? undefined : lines.at(-1)! + separator + phrase
    if (longer !== undefined && columnsOf(longer) <= columns) lines[lines.length - 1] = longer
    else lines.push(...wrapped(phrase, columns))
  }
  return lines
}

const asciiForms: ReadonlyArray<readonly [string, string]> = [
  ["α", "alpha"],
  ["β", "beta"],
  ["×", "x"],
  ["→", "->"],
  ["…", "..."],
  ["−", "-"]
]

/** The text in ASCII when the style asks for it; characters without a form become "?". */
export const spelt = (text: string, { ascii }: Style): string =>
  ascii
    ? asciiForms
        .reduce((spelling, [char, form]) => spelling.replaceAll(char, form), text)
        .replaceAll(/[^\n\u0020-\u007e]/gu, "?")
    : text
