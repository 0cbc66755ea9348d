import type { Family, FamilyClass } from "../family.ts"
import { decodePattern, encodePattern, moore } from "../neighbourhood.ts"
import { base64Value, bitsToBase64 } from "../notation/base64.ts"
import { elsewhere, parsed, refused, refuseTopology } from "../notation/parsed.ts"

const neighbourhood = moore(1)

const classes: ReadonlyArray<FamilyClass> = Array.from({ length: 512 }, (_, pattern) => {
  const cells = decodePattern(pattern, 9, 2)
  const centre = cells[4]!
  const live = cells.reduce((sum, cell) => sum + cell, 0) - centre
  return { name: cells.join(""), centre, live, lawful: [0, 1] }
})

/**
 * All two-state rules on the Moore neighbourhood: every pattern is its own class, named by its nine
 * cells row by row ("000010000" is a lone live cell). Written `MAP` and 86 base64 digits, pattern 0 first.
 */
export const map: Family = {
  id: "map",
  variant: "",
  title: "unrestricted 3×3 (MAP)",
  neighbourhood,
  states: 2,
  classes,
  classOf: (cells) => encodePattern(cells, 2),
  partition: Uint16Array.from({ length: 512 }, (_, pattern) => pattern),
  counting: null,
  parse: (text) => {
    const topology = refuseTopology(text)
    if (topology !== null) return topology
    const head = /^\s*map/i.exec(text)?.[0]
    if (head === undefined) return elsewhere(text, 0, "a MAP rule begins with MAP", "MAP and 86 base64 digits")
    const digits = text.slice(head.length).replace(/=*\s*$/, "")
    for (let i = 0; i < digits.length; i++) {
      if (base64Value(digits[i]!) < 0) {
        return refused(text, head.length + i, `"${digits[i]}" is not a base64 digit`, "digits are A-Z a-z 0-9 + /")
      }
    }
    if (digits.length !== 86) {
      const at = digits.length > 86 ? head.length + 86 : text.length
      return refused(text, at, `${digits.length} base64 digits`, "MAP for the 3×3 neighbourhood has 86 (512 bits)")
    }
    return parsed(
      Uint8Array.from({ length: 512 }, (_, bit) => (base64Value(digits[Math.floor(bit / 6)]!) >> (5 - (bit % 6))) & 1)
    )
  },
  format: (labels) => `MAP${bitsToBase64(labels.map((label) => (label === 1 ? 1 : 0)))}`
}
