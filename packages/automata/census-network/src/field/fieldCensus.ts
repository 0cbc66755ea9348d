import type { Neighbourhood } from "@rulescope/lattice"
import type { Sample } from "@rulescope/automata"
import { transitionsOf, visitCells, wholeFrame } from "./observedCells.ts"

/** A census of a field whose patterns are too many to tabulate: only those that occur, in the order of first sight. */
export interface FieldCensus {
  /** Cells of every distinct pattern, shape rows × cells. */
  readonly cells: Uint8Array
  /** `counts[row * states + next]`. */
  readonly counts: Float64Array
}

/** A name for what a cell sees: a number where that is exact, which is quicker, else text. */
const namer = (cells: number, states: number): ((block: Uint8Array) => number | string) => {
  if (states ** cells > Number.MAX_SAFE_INTEGER) return (block) => String.fromCharCode(...block)
  return (block) => {
    let key = 0
    for (let i = 0; i < block.length; i++) key = key * states + block[i]!
    return key
  }
}

/** Counts the distinct patterns of a field, or gives up with null as soon as there are more than `limit`. */
export const countField = (
  field: Neighbourhood,
  states: number,
  samples: ReadonlyArray<Sample>,
  limit: number
): FieldCensus | null => {
  const width = field.offsets.length
  const nameOf = namer(width, states)
  const rows = new Map<number | string, number>()
  const cells: Array<Uint8Array> = []
  const counts: Array<number> = []
  for (const { sample, transition, weight } of transitionsOf(samples)) {
    const within = visitCells(field, sample, transition, wholeFrame(sample), (block, next) => {
      const name = nameOf(block)
      let row = rows.get(name)
      if (row === undefined) {
        row = rows.size
        if (row === limit) return false
        rows.set(name, row)
        cells.push(block.slice())
        for (let state = 0; state < states; state++) counts.push(0)
      }
      counts[row * states + next]! += weight
      return true
    })
    if (!within) return null
  }
  const all = new Uint8Array(cells.length * width)
  for (const [row, block] of cells.entries()) all.set(block, row * width)
  return { cells: all, counts: Float64Array.from(counts) }
}
