import { type FamilyKind, kindOf } from "../kind.ts"
import { moore } from "../neighbourhood.ts"
import { readMap, writeMap } from "../notation/mapText.ts"
import { patternFamily } from "./patternFamily.ts"

const on = "the 3×3 neighbourhood"

/**
 * All two-state rules on the Moore neighbourhood: every pattern is its own class, named by its nine
 * cells row by row ("000010000" is a lone live cell). Written `MAP` and 86 base64 digits, pattern 0 first.
 */
export const map = patternFamily(moore(1), {
  id: "map",
  variant: "",
  title: "unrestricted 3×3 (MAP)",
  parse: (text) => readMap(text, 512, on),
  format: writeMap
})

/** `MAP` and 86 base64 digits. */
export const mapKind: FamilyKind = kindOf(1, map)
