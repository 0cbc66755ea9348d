import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import type { Coder } from "../coder.ts"
import type { Value } from "../sheet.ts"
import type { Notation } from "./notation.ts"
import type { Row } from "./blocks.ts"

const remedy =
  "write 0 to 9, or . for dead and o, O, * or # for live, ? or _ for unobserved; separate states above 9 by spaces or commas"

const notAState = (line: number, column: number, text: string): Read<never> =>
  unreadable(`line ${line}, column ${column}: "${text.slice(0, 40)}" is not a state`, remedy)

/** Words for values, in lower case. */
const words: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["true", 1],
  ["false", 0],
  ["nan", null],
  ["na", null],
  ["null", null],
  ["none", null],
  ["", null]
])

/** Beside numbers these characters mean something, and no others do. */
const besideNumbers = new Set([".", "·", "?", "_"])

const number = /^[+-]?(?:0|[1-9]\d{0,17})(?:\.\d{0,30})?(?:e[+-]?\d{1,4})?$|^[+-]?\.\d{1,30}$/i

/** The value of an entry between separators; undefined when it has none. */
export const entryValue = (entry: string): Value | undefined => {
  const bare = entry.length > 1 && /^(["']).*\1$/.test(entry) ? entry.slice(1, -1).trim() : entry
  if (number.test(bare)) return Number(bare)
  const word = words.get(bare.toLowerCase())
  if (word !== undefined) return word
  return [...bare].length === 1 ? bare : undefined
}

/** Variation selectors choose the look of the character before them and are no cells. */
const selectors = /[\uFE00-\uFE0F]/g

/** Entries of a row between separators; one separator may stand behind the last one. */
export const entriesOf = (text: string): ReadonlyArray<string> => {
  const bare = text.trim()
  const entries = /[,;\t]/.test(bare) ? bare.split(/[,;\t]/).map((entry) => entry.trim()) : bare.split(/ +/)
  return entries.length > 1 && entries.at(-1) === "" ? entries.slice(0, -1) : entries
}

const separatedRow = (row: Row, numbers: boolean, coder: Coder, codes: Uint8Array, at: number): Read<number> => {
  const entries = entriesOf(row.text)
  for (const [i, entry] of entries.entries()) {
    const value = entryValue(entry)
    const strange = value === undefined || (numbers && typeof value === "string" && !besideNumbers.has(value))
    const code = strange ? -1 : coder.codeOf(value)
    if (code < 0) return notAState(row.line, i + 1, entry)
    codes[at + i] = code
  }
  return Result.succeed(entries.length)
}

/** Characters of a row that are cells. */
const charsOf = (text: string, { blanks, doubled }: Notation): ReadonlyArray<string> => {
  const chars = [...(blanks ? text : text.trimStart()).replaceAll(selectors, "")]
  return doubled ? chars.filter((_, i) => i % 2 === 0) : chars
}

/** Reads rows of one file; each answers how many cells it has written to `codes` from `at` on. */
export const rowReader = (notation: Notation, coder: Coder) => {
  const codeOfChar = new Map<string, number>()
  const enter = (char: string): number => {
    const digit = notation.numbers && char >= "0" && char <= "9"
    if (notation.numbers && !digit && !besideNumbers.has(char)) return -1
    const code = coder.codeOf(digit ? Number(char) : char)
    codeOfChar.set(char, code)
    return code
  }
  return (row: Row, codes: Uint8Array, at: number): Read<number> => {
    if (notation.separated) return separatedRow(row, notation.numbers, coder, codes, at)
    const chars = charsOf(row.text, notation)
    for (const [i, char] of chars.entries()) {
      const code = codeOfChar.get(char) ?? enter(char)
      if (code < 0) return notAState(row.line, i + 1, char)
      codes[at + i] = code
    }
    return Result.succeed(chars.length)
  }
}
