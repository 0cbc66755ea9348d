import type { CoordinateInfo } from "../RunResult.ts"
import type { Recording } from "../Recording.ts"

const turn = 2 * Math.PI

/** Names that people give to angles. */
const angleNames = /^(?:phi|phase|theta|psi|angle|φ|ϕ|θ|ψ)/i

/** What the numbers of one column show, over all recordings. */
interface Extent {
  readonly low: number
  readonly high: number
  /** Neighbouring samples that differ by more than half a turn, as a wrapped phase does at its seam. */
  readonly leaps: number
  /** Furthest end of a recording from its start. */
  readonly travelled: number
}

const extentOf = (recordings: ReadonlyArray<Recording>, column: number): Extent => {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  let leaps = 0
  let travelled = 0
  for (const { columns, values } of recordings) {
    let first = Number.NaN
    let last = Number.NaN
    for (let i = column; i < values.length; i += columns.length) {
      const value = values[i]!
      if (Number.isNaN(value)) continue
      low = Math.min(low, value)
      high = Math.max(high, value)
      if (Math.abs(value - last) > Math.PI) leaps++
      if (Number.isNaN(first)) first = value
      last = value
    }
    if (Math.abs(last - first) > travelled) travelled = Math.abs(last - first)
  }
  return { low, high, leaps, travelled }
}

/** Whether a phase came within one turn, [−π, π) or [0, 2π), and leaps where it crosses the seam. */
const isWrapped = ({ high, leaps, low }: Extent): boolean =>
  leaps > 0 && ((low >= -Math.PI - 1e-3 && high <= Math.PI + 1e-3) || (low >= -1e-3 && high <= turn + 1e-3))

/**
 * What a column is, as stated or as its numbers show: values within one turn that leap at its ends are a wrapped phase;
 * so is by its name what people call an angle, and what travels on by turns without coming back.
 */
export const decideColumn = (recordings: ReadonlyArray<Recording>, column: number): CoordinateInfo => {
  const { kind, name } = recordings[0]!.columns[column]!
  const extent = extentOf(recordings, column)
  const wrapped = isWrapped(extent)
  if (kind !== "auto") return { name, kind, wrapped: kind === "phase" && wrapped, because: "as stated" }
  if (wrapped) return { name, kind: "phase", wrapped, because: "it stays within one turn and leaps at its ends" }
  if (angleNames.test(name)) return { name, kind: "phase", wrapped, because: "its name is that of an angle" }
  if (extent.travelled > 3 * turn && extent.travelled > 0.5 * (extent.high - extent.low))
    return { name, kind: "phase", wrapped, because: "it travels on by turns and does not come back" }
  return { name, kind: "real", wrapped, because: "nothing in it shows a turn; say so if it is a phase" }
}
