import { unobserved } from "@rulescope/lattice"
import { Result } from "effect"
import { type Read, unreadable } from "../unreadable.ts"

/** State of a character by its code: 0 to 9, 255 = unobserved, -1 = none. */
export type Alphabet = Int16Array

const alphabetOf = (states: Readonly<Record<string, number>>): Alphabet => {
  const alphabet = new Int16Array(128).fill(-1)
  for (const [chars, state] of Object.entries(states)) for (const char of chars) alphabet[char.charCodeAt(0)] = state
  return alphabet
}

const digitStates = Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [`${digit}`, digit]))

/** Digits, `.` for 0, `?` and `_` for unobserved. */
export const digits: Alphabet = alphabetOf({ ...digitStates, ".": 0, "?_": unobserved })

/** `.` for dead, `o`, `O`, `*` and `#` for live, `?` and `_` for unobserved. */
export const picture: Alphabet = alphabetOf({ ".": 0, "oO*#": 1, "?_": unobserved })

const remedy =
  "write 0 to 9, or . for dead and o, O, * or # for live, ? or _ for unobserved; separate states above 9 by spaces or commas"

const notAState = (line: number, column: number, text: string): Read<never> =>
  unreadable(`line ${line}, column ${column}: "${text}" is not a state`, remedy)

/** How a file writes its cells. */
export interface Notation {
  readonly alphabet: Alphabet
  /** Cells are entries between separators, else single characters. */
  readonly separated: boolean
}

export const isSeparated = (row: string): boolean => /[\s,;]/.test(row)

/** State of a separated entry, or -1: one character, or a whole number 0 to 254 in any notation without leading zeros. */
const entryState = (entry: string, alphabet: Alphabet): number => {
  if (entry.length === 1) return alphabet[entry.charCodeAt(0)] ?? -1
  if (/^nan$/i.test(entry)) return unobserved
  if (!/^[+-]?(?:0|[1-9]\d*)(?:\.\d*)?(?:e[+-]?\d+)?$/i.test(entry)) return -1
  const value = Number(entry)
  if (value === -1) return unobserved
  return Number.isInteger(value) && value >= 0 && value <= unobserved ? value : -1
}

/** Writes one row of cells to `cells` from `at` on and answers how many. `row` has no blanks at its ends. */
export const readRow = (
  row: string,
  line: number,
  { alphabet, separated }: Notation,
  cells: Uint8Array,
  at: number
): Read<number> => {
  if (separated) {
    const entries = row.split(/\s*[,;]\s*|\s+/)
    for (const [i, entry] of entries.entries()) {
      const state = entryState(entry, alphabet)
      if (state < 0) return notAState(line, i + 1, entry)
      cells[at + i] = state
    }
    return Result.succeed(entries.length)
  }
  for (let i = 0; i < row.length; i++) {
    const state = alphabet[row.charCodeAt(i)] ?? -1
    if (state < 0) return notAState(line, i + 1, row[i]!)
    cells[at + i] = state
  }
  return Result.succeed(row.length)
}
