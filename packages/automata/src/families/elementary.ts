import type { Family } from "../family.ts"
import { decodePattern, encodePattern, line } from "../neighbourhood.ts"
import { parsed, refused } from "../notation/parsed.ts"

const neighbourhood = line(1)

/**
 * Wolfram's elementary rules: two states, a row of cells, each seeing itself and its two neighbours.
 * Classes are the eight patterns, named by their cells; bit p of the rule number is the label of pattern p.
 *
 * Source: S. Wolfram, Statistical mechanics of cellular automata (1983), section 2. Departs from Golly,
 * whose `W` rules draw the history of one row downwards: here every row of a frame evolves on its own.
 */
export const elementary: Family = {
  id: "elementary",
  title: "elementary (Wolfram)",
  neighbourhood,
  states: 2,
  classes: Array.from({ length: 8 }, (_, pattern) => {
    const cells = decodePattern(pattern, 3, 2)
    return { name: cells.join(""), centre: cells[1]!, live: cells[0]! + cells[2]! }
  }),
  classOf: (cells) => encodePattern(cells, 2),
  partition: Uint16Array.from({ length: 8 }, (_, pattern) => pattern),
  parse: (text) => {
    const digits = /^w\s*(\d*)/i.exec(text)
    if (digits === null) return refused(text, 0, "an elementary rule begins with W", "W0 to W255, such as W110")
    if (digits[1] === "") return refused(text, digits[0].length, "no rule number", "W0 to W255, such as W110")
    if (digits[0].length < text.length) {
      return refused(text, digits[0].length, `unexpected "${text[digits[0].length]}"`, "W0 to W255, such as W110")
    }
    const number = Number(digits[1])
    if (number > 255) return refused(text, 1, `${number} is too large`, "an elementary rule is W0 to W255")
    return parsed(Uint8Array.from({ length: 8 }, (_, pattern) => (number >> pattern) & 1))
  },
  format: (labels) => `W${labels.reduce((sum, label, pattern) => sum + label * 2 ** pattern, 0)}`
}
