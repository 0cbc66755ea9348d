import { apart } from "../film.ts"
import { type Box, faint, type Still } from "./motion.ts"

export type Side = "left" | "right" | "top" | "bottom"

/** Share of a line that may be hidden, by marks for example. */
const hidden = 0.05

/**
 * How many pixels beyond a side of a box a line runs along it that never changes and is not of the colour `ground`:
 * the frame around a plot, or the end of a window. Null where there is none.
 */
export const lineBeyond = (side: Side, box: Box, ground: number, { activity, height, pixels, width }: Still): number | null => {
  const across = side === "top" || side === "bottom"
  const length = across ? box.right - box.left : box.bottom - box.top
  const step = side === "left" || side === "top" ? -1 : 1
  const start = side === "left" ? box.left - 1 : side === "right" ? box.right : side === "top" ? box.top - 1 : box.bottom
  for (let at = start; at >= 0 && at < (across ? height : width); at += step) {
    let other = 0
    for (let i = 0; i < length; i++) {
      const pixel = across ? at * width + box.left + i : (box.top + i) * width + at
      if (activity[pixel] !== 0 || apart(pixels[pixel]!, ground) <= 2 * faint) other++
    }
    if (other <= hidden * length) return Math.abs(at - start)
  }
  return null
}
