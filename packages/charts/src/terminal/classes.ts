import type { ClassFigure } from "../data/classFigure.ts"
import { classGrid } from "./classGrid.ts"
import { classList } from "./classList.ts"
import { heading } from "./heading.ts"
import { styleOf, type TerminalOptions } from "./style.ts"

/** Up to this many classes are listed one by one. */
const listed = 36

/**
 * Every class with its next state, support and confidence; above 36 classes a grid of marks by neighbour count
 * with remarks on the rare and the uncertain ones. No line is longer than `width`.
 */
export const terminalClassTable = (data: ClassFigure, options: TerminalOptions = {}): string => {
  const style = styleOf(options)
  const body = (data.rows.length <= listed ? classList : classGrid)(data.rows, style)
  return [...heading(data.headline, style), "", ...body].map((text) => text.trimEnd()).join("\n")
}
