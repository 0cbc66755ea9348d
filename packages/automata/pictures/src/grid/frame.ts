import { apart } from "../film.ts"
import { type Box, type Still } from "./motion.ts"

export type Side = "left" | "right" | "top" | "bottom"

/** How much a line differs from the ground; less are traces of compression. */
const drawn = 16

/** Share of a line that may be hidden, by marks for example. */
const hidden = 0.05

/** Whether row or column `at` is a line along a box that never changes. */
const isLine = (across: boolean, at: number, box: Box, ground: number, { activity, pixels, width }: Still): boolean => {
  const length = across ? box.right - box.left : box.bottom - box.top
  let other = 0
  for (let i = 0; i < length; i++) {
    const pixel = across ? at * width + box.left + i : (box.top + i) * width + at
    if (activity[pixel] !== 0 || apart(pixels[pixel]!, ground) <= drawn) other++
  }
  return other <= hidden * length
}

/**
 * How many pixels beyond a side of a box a line runs along it that never changes and is not of the colour `ground`:
 * the frame around a plot, or the end of a window. Null where there is none.
 */
export const lineBeyond = (side: Side, box: Box, ground: number, still: Still): number | null => {
  const across = side === "top" || side === "bottom"
  const step = side === "left" || side === "top" ? -1 : 1
  const start =
    side === "left" ? box.left - 1 : side === "right" ? box.right : side === "top" ? box.top - 1 : box.bottom
  for (let at = start; at >= 0 && at < (across ? still.height : still.width); at += step) {
    if (isLine(across, at, box, ground, still)) return Math.abs(at - start)
  }
  return null
}

/** Whether lines run between the cells inside a box as well, so that none of them is a frame. */
export const hasGridLines = (side: Side, box: Box, ground: number, still: Still): boolean => {
  const across = side === "top" || side === "bottom"
  const [from, to] = across ? [box.top, box.bottom] : [box.left, box.right]
  for (let at = from + 3; at < to - 3; at++) if (isLine(across, at, box, ground, still)) return true
  return false
}
