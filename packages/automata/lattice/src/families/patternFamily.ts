import type { Family } from "../family.ts"
import { decodePattern, encodePattern, type Neighbourhood, patternCount } from "../neighbourhood.ts"

/** Two-state rules that treat every pattern on its own; classes are named by their cells, row by row. */
export const patternFamily = (
  neighbourhood: Neighbourhood,
  named: Pick<Family, "id" | "variant" | "title" | "parse" | "format">
): Family => {
  const length = neighbourhood.offsets.length
  const patterns = patternCount(neighbourhood, 2)
  return {
    ...named,
    neighbourhood,
    states: 2,
    classes: Array.from({ length: patterns }, (_, pattern) => {
      const cells = decodePattern(pattern, length, 2)
      const centre = cells[neighbourhood.centre]!
      const live = cells.reduce((sum, cell) => sum + cell, 0) - centre
      return { name: cells.join(""), centre, live, lawful: [0, 1] }
    }),
    classOf: (cells) => encodePattern(cells, 2),
    partition: Uint16Array.from({ length: patterns }, (_, pattern) => pattern),
    counting: null
  }
}
