import { type Read, unreadable } from "@rulescope/arrays"
import { Result } from "effect"
import type { Pattern } from "./pattern.ts"
import type { Box, Window } from "./window.ts"

/** A pattern with its box, null when it is empty. */
export interface Placed {
  readonly pattern: Pattern
  readonly box: Box | null
}

/** Draws a pattern into a frame of the window, which is dead so far. */
export const draw = (frame: Uint8Array, { box, pattern }: Placed, window: Window): Read<void> => {
  if (box === null) return Result.succeed(undefined)
  const { runs } = pattern
  for (let i = 0; i < runs.length; i += 4) {
    const x = box.x + runs[i]! - window.x
    const y = box.y + runs[i + 1]! - window.y
    const length = runs[i + 2]!
    if (x < 0 || y < 0 || y >= window.height || x + length > window.width) {
      return unreadable(
        `${pattern.name} reaches outside the grid of ${window.width} × ${window.height} cells`,
        "correct its position or the size of the grid in its rule"
      )
    }
    frame.fill(runs[i + 3]!, y * window.width + x, y * window.width + x + length)
  }
  return Result.succeed(undefined)
}

/** Both show the same cells at the same places. */
export const showSame = (a: Placed, b: Placed): boolean => {
  if (a.pattern.runs.length !== b.pattern.runs.length) return false
  if (a.box === null || b.box === null) return true
  const [dx, dy] = [a.box.x - b.box.x, a.box.y - b.box.y]
  const other = b.pattern.runs
  return a.pattern.runs.every((value, i) => value + (i % 4 === 0 ? dx : i % 4 === 1 ? dy : 0) === other[i])
}
