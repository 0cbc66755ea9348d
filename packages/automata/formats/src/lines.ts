import { unpredictable } from "./arrays/predictable.ts"
import type { Sheet } from "./sheet.ts"

/** Above this, rows of a grid do not follow from one another. */
const unlikely = 0.75

/** How badly each row of a grid foretells the next one; null when that cannot be said. */
export const rowsUnpredictable = ({ codes, height, width }: Sheet): number | null =>
  unpredictable({ frames: height, height: 1, width, steps: [width, 0, 1], codes })

/**
 * A grid of which nothing tells whether it is one frame or the generations of a line of cells, taken as the latter
 * when each row follows from the one above it by a rule of five cells.
 */
export const takenAsLines = (sheet: Sheet): Sheet => {
  if (sheet.flat === null) return sheet
  const score = rowsUnpredictable(sheet)
  if (score === null ? sheet.flat === "frame" : score >= unlikely) return { ...sheet, flat: null }
  const remarks = [...sheet.remarks, "its rows are taken as the generations of a line of cells"]
  return { ...sheet, frames: sheet.height, height: 1, flat: null, remarks }
}
