import type { Rule } from "../family.ts"
import { makePacked, type Packed, unpackInto } from "../packed.ts"
import { packFrame } from "../packedFrame.ts"
import { type Boundary, unobserved } from "../recording.ts"
import { countingStep } from "./countingStep.ts"
import { frameStep } from "./frameStep.ts"
import { type CellStep, tableStep } from "./table.ts"

/**
 * A step for any rule. A neighbourhood with an unobserved cell, and a class whose label is undetermined, give an
 * unobserved cell; with the boundary "unknown" all cells beyond are unobserved.
 *
 * Two-state rules on the 3×3 Moore neighbourhood run bit-packed, others that count neighbours by sums of whole rows,
 * all others cell by cell; all give the same.
 */
export const cellStep = (rule: Rule, width: number, height: number, boundary: Boundary): CellStep =>
  packedCellStep(rule, width, height, boundary) ??
  countingStep(rule, width, height, boundary) ??
  tableStep(rule, width, height, boundary)

const packedCellStep = (rule: Rule, width: number, height: number, boundary: Boundary): CellStep | null => {
  const step = frameStep(rule, width, height, boundary)
  if (step === null) return null
  const slot = { live: makePacked(width, height), hidden: makePacked(width, height) }
  return (source, target) => {
    const { hidden, live } = step(packFrame(source, width, height), slot)
    unpackInto(target, live)
    if (hidden !== null) paint(target, hidden)
  }
}

/** Marks the cells with a bit as unobserved. */
const paint = (cells: Uint8Array, { height, width, words, wordsPerRow }: Packed): void => {
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < wordsPerRow; k++) {
      for (let rest = words[y * wordsPerRow + k]!; rest !== 0; rest &= rest - 1) {
        cells[y * width + 32 * k + 31 - Math.clz32(rest & -rest)] = unobserved
      }
    }
  }
}
