import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import { showShape, type ValueArray } from "../arrays/array.ts"
import { type Value } from "../sheet.ts"

const isSeen = (value: Value | undefined): boolean | null => (value === 1 ? true : value === 0 ? false : null)

/**
 * The array with cells of mask 0 unobserved, and those that hold 255 already: beside a mask 255 can be nothing else.
 */
export const withMask = (array: ValueArray, mask: ValueArray): Read<ValueArray> => {
  if (showShape(mask.shape) !== showShape(array.shape)) {
    const shapes = `the mask has shape ${showShape(mask.shape)}, the states ${showShape(array.shape)}`
    return unreadable(shapes, "give both the same shape")
  }
  const values = array.values.map((value) => (value === 255 || value === -1 ? null : value))
  let missing = values.indexOf(null)
  if (missing < 0) missing = values.push(null) - 1
  if (missing > 255) return unreadable("the states take 256 values, which leaves none for the mask", "use fewer states")
  const codes = Uint8Array.from(array.codes)
  for (let i = 0; i < codes.length; i++) {
    const seen = isSeen(mask.values[mask.codes[i]!])
    if (seen === null) {
      const held = mask.values[mask.codes[i]!] ?? null
      return unreadable(`the mask holds ${held}`, "write 1 for observed and 0 for unobserved cells")
    }
    if (!seen) codes[i] = missing
  }
  return Result.succeed({ shape: array.shape, codes, values })
}
