import { base64Value, bitsToBase64 } from "./base64.ts"
import { elsewhere, type Parsed, parsed, refused, refuseTopology } from "./parsed.ts"

/** `MAP` and the next states of all patterns as base64 digits, pattern 0 first. */
export const writeMap = (table: ArrayLike<number>): string =>
  `MAP${bitsToBase64(Uint8Array.from(table, (next) => (next === 1 ? 1 : 0)))}`

/** Reads the next states of this many patterns; `=` at the end does not matter. */
export const readMap = (text: string, patterns: number, on: string): Parsed<Uint8Array> => {
  const topology = refuseTopology(text)
  if (topology !== null) return topology
  const needed = Math.ceil(patterns / 6)
  const head = /^\s*map/i.exec(text)?.[0]
  if (head === undefined) return elsewhere(text, 0, "a MAP rule begins with MAP", `MAP and ${needed} base64 digits`)
  let end = text.length
  while (end > head.length && /\s/.test(text[end - 1]!)) end--
  while (end > head.length && text[end - 1] === "=") end--
  const digits = text.slice(head.length, end)
  for (let i = 0; i < digits.length; i++) {
    if (base64Value(digits[i]!) < 0) {
      return refused(text, head.length + i, `"${digits[i]}" is not a base64 digit`, "digits are A-Z a-z 0-9 + /")
    }
  }
  if (digits.length !== needed) {
    const at = digits.length > needed ? head.length + needed : text.length
    const allowed = `MAP for ${on} has ${needed} (${patterns} bits)`
    return refused(text, at, `${digits.length} base64 digits`, allowed)
  }
  return parsed(
    Uint8Array.from(
      { length: patterns },
      (_, bit) => (base64Value(digits[Math.floor(bit / 6)]!) >> (5 - (bit % 6))) & 1
    )
  )
}
