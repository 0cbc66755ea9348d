import { classBySum, makeField, sumsOf } from "../counting/field.ts"
import { type Rule, undetermined } from "../family.ts"
import { type Boundary, unobserved } from "../recording.ts"
import type { CellStep } from "./table.ts"

/** `cellStep` for rules that follow from sums over neighbourhoods of any size; null for all others. */
export const countingStep = (rule: Rule, width: number, height: number, boundary: Boundary): CellStep | null => {
  const { counting, neighbourhood } = rule.family
  if (counting === null) return null
  const sums = sumsOf(counting)
  // A cell that is not observed has no row in the table, and is among the cells hidden around it.
  const next = new Uint8Array(256 * sums).fill(undetermined)
  next.set(Uint8Array.from(classBySum(counting), (index) => rule.labels[index]!))
  const field = makeField(neighbourhood, counting, width, height, boundary)
  return (source, target) => {
    field.begin(source)
    for (let y = 0; y < height; y++) {
      const { hidden, sums: around } = field.nextRow()
      const row = y * width
      for (let x = 0; x < width; x++) target[row + x] = next[source[row + x]! * sums + around[x]!]!
      if (hidden !== null) for (let x = 0; x < width; x++) if (hidden[x]! > 0) target[row + x] = unobserved
    }
  }
}
