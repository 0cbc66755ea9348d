import { blockReader } from "../block.ts"
import { ruleTable, type Rule } from "../family.ts"
import { type Boundary, unobserved } from "../recording.ts"

/** One synchronous step of cells of shape height × width; `target` must not be `source`. */
export type CellStep = (source: Uint8Array, target: Uint8Array) => void

/** `cellStep` for any rule, cell by cell: the reference for the packed steps. */
export const tableStep = (rule: Rule, width: number, height: number, boundary: Boundary): CellStep => {
  const { labels } = rule
  const { classOf, neighbourhood, partition, states } = rule.family
  const table = partition === null ? null : ruleTable(rule)
  const k = neighbourhood.offsets.length
  const block = new Uint8Array(k)
  const read = blockReader(neighbourhood, width, height, boundary)
  const next = (): number => {
    if (table === null) return labels[classOf(block)]!
    let pattern = 0
    for (let i = 0; i < k; i++) pattern = pattern * states + block[i]!
    return table[pattern]!
  }
  return (source, target) => {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        // `undetermined` and `unobserved` are one value, so an undetermined label needs no translation.
        target[y * width + x] = read(source, x, y, block) ? next() : unobserved
      }
    }
  }
}
