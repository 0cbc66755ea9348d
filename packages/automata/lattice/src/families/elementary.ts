import type { Family } from "../family.ts"
import { type FamilyKind, kindOf } from "../kind.ts"
import { decodePattern, encodePattern, line } from "../neighbourhood.ts"
import { elsewhere, parsed, refused, refuseTopology } from "../notation/parsed.ts"

const neighbourhood = line(1)

const allowed = "elementary rules are W0 to W255, such as W110"

/**
 * Wolfram's elementary rules: two states, a row of cells, each seeing itself and its two neighbours.
 * Classes are the eight patterns, named by their cells; bit p of the rule number is the label of pattern p.
 *
 * Source: S. Wolfram, Statistical mechanics of cellular automata (1983), section 2. Departs from Golly,
 * whose `W` rules draw the history of one row downwards: here every row of a frame evolves on its own.
 */
export const elementary: Family = {
  id: "elementary",
  variant: "",
  title: "elementary (Wolfram)",
  neighbourhood,
  states: 2,
  classes: Array.from({ length: 8 }, (_, pattern) => {
    const cells = decodePattern(pattern, 3, 2)
    return { name: cells.join(""), centre: cells[1]!, live: cells[0]! + cells[2]!, lawful: [0, 1] }
  }),
  classOf: (cells) => encodePattern(cells, 2),
  partition: Uint16Array.from({ length: 8 }, (_, pattern) => pattern),
  counting: null,
  parse: (text) => {
    const topology = refuseTopology(text)
    if (topology !== null) return topology
    const [head, digits] = /^\s*w\s*(\d*)\s*/i.exec(text) ?? []
    if (head === undefined) return elsewhere(text, 0, "an elementary rule begins with W", allowed)
    if (digits === "" || head.length < text.length) {
      const char = text[head.length]
      return refused(text, head.length, char === undefined ? "no rule number" : `unexpected "${char}"`, allowed)
    }
    const number = Number(digits)
    if (number > 255) return refused(text, text.indexOf(digits!), `${digits!.slice(0, 12)} is too large`, allowed)
    return parsed(Uint8Array.from({ length: 8 }, (_, pattern) => (number >> pattern) & 1))
  },
  format: (labels) => `W${labels.reduce((sum, label, pattern) => sum + (label === 1 ? 2 ** pattern : 0), 0)}`
}

/** `W0` to `W255`. */
export const elementaryKind: FamilyKind = kindOf(1, elementary)
