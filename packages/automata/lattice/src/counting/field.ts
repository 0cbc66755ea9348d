import type { Neighbourhood } from "../neighbourhood.ts"
import { type Boundary, unobserved } from "../recording.ts"
import type { Counting } from "./counting.ts"
import { makeSums } from "./sums.ts"

/** Sums and unobserved cells around every cell of a row. */
interface FieldRow {
  /** The cell itself and its neighbours, summed. */
  readonly sums: Uint8Array | Uint16Array
  /** How many cells around are not observed; null where all are. */
  readonly hidden: Uint8Array | Uint16Array | null
}

/** Reads frames row by row. */
export interface Field {
  readonly begin: (frame: Uint8Array) => void
  readonly nextRow: () => FieldRow
}

/** Number of sums that the cell itself and its neighbours can have. */
export const sumsOf = ({ most, weights }: Counting): number => most + Math.max(...weights) + 1

/** `table[state * sumsOf(counting) + sum]`: class from a cell's state and the sum that includes it; 0 where none is possible. */
export const classBySum = (counting: Counting): Uint16Array => {
  const { classAt, most, weights } = counting
  const sums = sumsOf(counting)
  const table = new Uint16Array(weights.length * sums)
  for (let state = 0; state < weights.length; state++) {
    for (let around = 0; around <= most; around++) {
      table[state * sums + around + weights[state]!] = classAt[state * (most + 1) + around]!
    }
  }
  return table
}

/**
 * What is around the cells of frames of this shape. A cell counts as observed when the whole of `within` around it is,
 * a neighbourhood that contains the family's own.
 */
export const makeField = (
  neighbourhood: Neighbourhood,
  counting: Counting,
  width: number,
  height: number,
  boundary: Boundary,
  within: Neighbourhood = neighbourhood
): Field => {
  const { weights } = counting
  const values = new Uint8Array(256)
  values.set(weights)
  const marks = new Uint8Array(256)
  marks[unobserved] = 1
  const sums = makeSums(neighbourhood, width, height, boundary, sumsOf(counting) - 1, weights[0]!)
  const masks = makeSums(within, width, height, boundary, within.offsets.length, boundary === "unknown" ? 1 : 0)
  let masked = false
  return {
    begin: (frame) => {
      masked = boundary === "unknown" || frame.includes(unobserved)
      sums.begin(frame, values)
      if (masked) masks.begin(frame, marks)
    },
    nextRow: () => ({ sums: sums.nextRow(), hidden: masked ? masks.nextRow() : null })
  }
}
