import { type Rule, undetermined } from "../family.ts"
import { makePacked, type Packed, tailMask } from "../packed.ts"
import type { PackedFrame } from "../packedFrame.ts"
import type { Boundary } from "../recording.ts"
import { beginRows, blurRow, type Border, makeRows, moveDown } from "../rows.ts"
import { packedStep } from "./packedStep.ts"

/** Room for a frame. */
export interface FrameSlot {
  readonly live: Packed
  readonly hidden: Packed
}

/** One synchronous step of a packed frame into a slot of its shape, which must not hold `source`. */
export type FrameStep = (source: PackedFrame, slot: FrameSlot) => PackedFrame

/** The rule that gives 1 where `rule` says `state` and 0 elsewhere. */
const indicator = ({ family, labels }: Rule, state: number): Rule => ({
  family,
  labels: labels.map((label) => (label === state ? 1 : 0))
})

/**
 * A step for any two-state rule on the 3×3 Moore neighbourhood; null for every other rule. Hidden in the result are
 * cells with a hidden cell in their block, and those whose class is undetermined; all beyond an unknown border is hidden.
 */
export const frameStep = (rule: Rule, width: number, height: number, boundary: Boundary): FrameStep | null => {
  const around = boundary === "torus" ? "torus" : "dead"
  const stepLive = packedStep(indicator(rule, 1), around)
  if (stepLive === null) return null
  const stepOpen = rule.labels.includes(undetermined) ? packedStep(indicator(rule, undetermined), around) : null
  const border: Border = boundary === "unknown" ? 1 : boundary === "torus" ? "torus" : 0
  const none = makePacked(width, height)
  const rows = makeRows(width)
  const blurred = new Int32Array(none.wordsPerRow)
  const tail = tailMask(width)

  const spreadHidden = (source: Packed, { words, wordsPerRow }: Packed): void => {
    beginRows(rows, source, border)
    for (let y = 0; y < height; y++) {
      moveDown(rows, source, y, border)
      blurRow(blurred, 0, rows, wordsPerRow)
      blurred[wordsPerRow - 1]! &= tail
      for (let k = 0; k < wordsPerRow; k++) words[y * wordsPerRow + k]! |= blurred[k]!
    }
  }
  return (source, { hidden, live }) => {
    stepLive(source.live, live)
    const spreads = source.hidden !== null || boundary === "unknown"
    if (!spreads && stepOpen === null) return { live, hidden: null }
    if (stepOpen === null) hidden.words.fill(0)
    else stepOpen(source.live, hidden)
    if (spreads) spreadHidden(source.hidden ?? none, hidden)
    for (let i = 0; i < live.words.length; i++) live.words[i]! &= ~hidden.words[i]!
    return { live, hidden }
  }
}
