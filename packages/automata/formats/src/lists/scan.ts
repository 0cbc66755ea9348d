import { type Read, unreadable } from "@rulescope/arrays"
import type { ValueArray } from "../arrays/array.ts"
import { entryValue } from "../text/row.ts"
import { makeArrayBuilder, wrongLists } from "./builder.ts"

const closing: ReadonlyMap<string, string> = new Map([
  ["[", "]"],
  ["{", "}"],
  ["(", ")"]
])

/** The brackets that a text writes its lists in: the first square or curly ones, else round ones. */
const bracketsOf = (text: string): readonly [open: string, close: string] => {
  const open = /[[{]/.exec(text)?.[0] ?? "("
  return [open, closing.get(open)!]
}

const isBlank = (char: string): boolean =>
  char === " " || char === "\n" || char === "," || char === "\t" || char === ";"

/**
 * Nested lists of values as JSON, Python, NumPy's print and Mathematica write them.
 *
 * What stands outside the outermost brackets (`array(`, `frames =`, `dtype=uint8`) is passed over. Several outermost
 * lists are read as the entries of one. A text in quotes is a list of its characters.
 */
export const scanLists = (text: string): Read<ValueArray> => {
  const [open, close] = bracketsOf(text)
  const round = open === "("
  const builder = makeArrayBuilder(text.length)
  let line = 1
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === "\n") line++
    let wrong: string | null = null
    if (char === open) wrong = builder.open()
    else if (builder.depth() === 0) continue
    else if (char === close) wrong = builder.close()
    else if (isBlank(char) || (!round && (char === "(" || char === ")"))) continue
    else if (char === '"' || char === "'") {
      const end = text.indexOf(char, at + 1)
      if (end < 0) return wrongLists("a quote has no end", line)
      wrong = quoted(text.slice(at + 1, end), builder)
      at = end
    } else {
      let end = at + 1
      while (end < text.length && !isBlank(text[end]!) && text[end] !== close && text[end] !== open) end++
      const entry = text.slice(at, end)
      if (entry.startsWith("...") || entry === "…") {
        return unreadable(
          `line ${line}: the lists are printed shortened, with ...`,
          "print them in full: numpy.set_printoptions(threshold=sys.maxsize), or save them with numpy.save"
        )
      }
      const value = entryValue(entry.endsWith(".") && entry.length > 1 ? entry.slice(0, -1) : entry)
      if (value === undefined) return wrongLists(`"${entry.slice(0, 40)}" is not a state`, line)
      wrong = builder.value(value)
      at = end - 1
    }
    if (wrong !== null) return wrongLists(wrong, line)
  }
  if (builder.depth() > 0) return wrongLists(`${builder.depth()} lists have no end: the file is cut short`, line)
  return builder.finish()
}

/** A text in quotes: one character is a value, more are a row of cells. */
const quoted = (text: string, builder: ReturnType<typeof makeArrayBuilder>): string | null => {
  const chars = [...text]
  if (chars.length === 1) return builder.value(entryValue(text) ?? text)
  let wrong = builder.open()
  for (const char of chars) wrong ??= builder.value(entryValue(char) ?? char)
  return wrong ?? builder.close()
}
