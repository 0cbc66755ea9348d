import type { LargeRule } from "./largeRule.ts"
import { type Parsed, parsed, refused } from "./parsed.ts"

/** Counts whose bits are set in hexadecimal digits: the last bit is count 1. */
const countsOf = (digits: string): ReadonlyArray<number> => {
  const counts: Array<number> = []
  for (let bit = 0; bit < 4 * digits.length; bit++) {
    const digit = Number.parseInt(digits[digits.length - 1 - (bit >> 2)]!, 16)
    if ((digit >> (bit & 3)) & 1) counts.push(bit + 1)
  }
  return counts
}

/**
 * Reads `r2b000008s03ff00`: births and survivals on a square of radius 2 to 5, r(r + 1) hexadecimal digits each, whose
 * last bit is count 1; `z` at the end adds survival on 0. Null when the text is not of this form.
 *
 * Source: A. P. Goucher, apgsearch 4.63, higher-range outer-totalistic rules (2018).
 */
export const readHexRule = (text: string): Parsed<LargeRule> | null => {
  const [, digit, birth, survival, zero] = /^r(\d)b([0-9a-f]+)s([0-9a-f]+)(z?)$/i.exec(text.trim()) ?? []
  if (digit === undefined || birth === undefined || survival === undefined) return null
  const radius = Number(digit)
  if (radius < 2 || radius > 5)
    return refused(text, text.search(/\d/), `radius ${radius}`, "radii are 2 to 5 in this form")
  const needed = radius * (radius + 1)
  for (const [letter, digits] of [
    ["b", birth],
    ["s", survival]
  ] as const) {
    if (digits.length !== needed) {
      const at = text.toLowerCase().indexOf(letter) + 1
      return refused(text, at, `${digits.length} hexadecimal digits`, `radius ${radius} has ${needed}`)
    }
  }
  return parsed({
    radius,
    states: 2,
    middle: 0,
    shape: "M",
    birth: countsOf(birth),
    survival: [...(zero === "" ? [] : [0]), ...countsOf(survival)]
  })
}
