import { type Rule, undetermined } from "../family.ts"
import { holdsUnobserved, makePacked, type Packed, packInto, unpackInto } from "../packed.ts"
import { type Boundary, unobserved } from "../recording.ts"
import { beginRows, blurRow, type Border, makeRows, moveDown } from "../rows.ts"
import { countingStep } from "./countingStep.ts"
import { packedStep } from "./packedStep.ts"
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

/** The rule that gives 1 where `rule` says `state` and 0 elsewhere. */
const indicator = ({ family, labels }: Rule, state: number): Rule => ({
  family,
  labels: labels.map((label) => (label === state ? 1 : 0))
})

const packedCellStep = (rule: Rule, width: number, height: number, boundary: Boundary): CellStep | null => {
  const around = boundary === "torus" ? "torus" : "dead"
  const stepLive = packedStep(indicator(rule, 1), around)
  if (stepLive === null) return null
  const stepOpen = rule.labels.includes(undetermined) ? packedStep(indicator(rule, undetermined), around) : null
  const border: Border = boundary === "unknown" ? 1 : boundary === "torus" ? "torus" : 0
  const [live, next, hidden, open] = [0, 1, 2, 3].map(() => makePacked(width, height)) as Four
  const rows = makeRows(width)
  return (source, target) => {
    packInto(live, source, 1)
    stepLive(live, next)
    unpackInto(target, next)
    if (stepOpen !== null) {
      stepOpen(live, open)
      paint(target, open)
    }
    if (boundary !== "unknown" && !holdsUnobserved(source)) return
    packInto(hidden, source, unobserved)
    beginRows(rows, hidden, border)
    for (let y = 0; y < height; y++) {
      moveDown(rows, hidden, y, border)
      blurRow(next.words, y * next.wordsPerRow, rows, next.wordsPerRow)
    }
    paint(target, next)
  }
}

type Four = [Packed, Packed, Packed, Packed]

/** Marks the cells with a bit as unobserved. */
const paint = (cells: Uint8Array, { height, width, words, wordsPerRow }: Packed): void => {
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < wordsPerRow; k++) {
      for (let rest = words[y * wordsPerRow + k]!; rest !== 0; rest &= rest - 1) {
        const x = 32 * k + 31 - Math.clz32(rest & -rest)
        if (x < width) cells[y * width + x] = unobserved
      }
    }
  }
}
