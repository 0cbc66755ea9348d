import { ruleTable, type Rule, undetermined } from "../family.ts"
import { unobserved } from "../recording.ts"

/** One synchronous step of cells of shape height × width; `target` must not be `source`. */
export type CellStep = (source: Uint8Array, target: Uint8Array) => void

/**
 * A step for any rule, cell by cell. A neighbourhood with an unobserved cell, and a class whose label
 * is undetermined, give an unobserved cell; with the boundary "unknown" all cells beyond are unobserved.
 */
export const cellStep = (
  rule: Rule,
  width: number,
  height: number,
  boundary: "torus" | "dead" | "unknown"
): CellStep => {
  const { classOf, neighbourhood, partition, states } = rule.family
  const table = partition === null ? null : ruleTable(rule)
  const { offsets, radius } = neighbourhood
  const k = offsets.length
  const dx = Int32Array.from(offsets, (o) => o[0])
  const dy = Int32Array.from(offsets, (o) => o[1])
  const jump = Int32Array.from(offsets, (o) => o[1] * width + o[0])
  const block = new Uint8Array(k)
  const beyond = boundary === "dead" ? 0 : unobserved
  const verticalRadius = neighbourhood.dimension === 1 ? 0 : radius

  const next = (): number => {
    let pattern = 0
    for (let i = 0; i < k; i++) {
      const cell = block[i]!
      if (cell === unobserved) return unobserved
      pattern = pattern * states + cell
    }
    return table === null ? rule.labels[classOf(block)]! : table[pattern]!
  }

  return (source, target) => {
    for (let y = 0; y < height; y++) {
      const innerRow = y >= verticalRadius && y < height - verticalRadius
      for (let x = 0; x < width; x++) {
        const at = y * width + x
        if (innerRow && x >= radius && x < width - radius) {
          for (let i = 0; i < k; i++) block[i] = source[at + jump[i]!]!
        } else {
          for (let i = 0; i < k; i++) {
            let nx = x + dx[i]!
            let ny = y + dy[i]!
            if (boundary === "torus") {
              nx = ((nx % width) + width) % width
              ny = ((ny % height) + height) % height
            }
            block[i] = nx >= 0 && nx < width && ny >= 0 && ny < height ? source[ny * width + nx]! : beyond
          }
        }
        const state = next()
        target[at] = state === undetermined ? unobserved : state
      }
    }
  }
}
