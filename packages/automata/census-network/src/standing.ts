import type { WeightedRows } from "./rows.ts"

/** How far training has come, judged on the patterns that occur. */
export interface Standing {
  /** Weighted cross-entropy in nats. */
  readonly loss: number
  /** Share of observed cells whose outcome is the predicted one, 0 to 1. */
  readonly accuracy: number
  /** Patterns of the rows whose predicted outcome is a most frequent one. */
  readonly patternsRight: number
  /** Patterns of the wrong rows whose most frequent outcome leads by at least a tenth of the row's cells. */
  readonly clearlyWrong: number
  /** Every row's most frequent outcome is predicted with at least half the lead that was observed. */
  readonly learned: boolean
}

/** A lead below this share of a row's cells is too close for a restart to be worth it. */
const clearLead = 0.1

/** Judges probabilities of shape rows × states; the lower state wins ties, as everywhere. */
export const judge = (probabilities: ArrayLike<number>, rows: WeightedRows): Standing => {
  const { counts, patterns, states, targets, weights } = rows
  let loss = 0
  let cells = 0
  let cellsRight = 0
  let patternsRight = 0
  let clearlyWrong = 0
  let learned = true
  for (let row = 0; row < patterns.length; row++) {
    const begin = row * states
    let total = 0
    let most = 0
    let predicted = 0
    for (let next = 0; next < states; next++) {
      const count = counts[begin + next]!
      total += count
      most = Math.max(most, count)
      if (probabilities[begin + next]! > probabilities[begin + predicted]!) predicted = next
      const target = targets[begin + next]!
      if (target > 0) loss -= weights[row]! * target * Math.log(Math.max(probabilities[begin + next]!, 1e-30))
    }
    let second = 0
    let forMost = 0
    let forOthers = 0
    for (let next = 0; next < states; next++) {
      const count = counts[begin + next]!
      if (count === most) forMost = Math.max(forMost, probabilities[begin + next]!)
      else {
        second = Math.max(second, count)
        forOthers = Math.max(forOthers, probabilities[begin + next]!)
      }
    }
    // All outcomes equally frequent: any answer is right and none is to be preferred.
    const lead = counts.subarray(begin, begin + states).every((count) => count === most) ? 0 : (most - second) / total
    const right = counts[begin + predicted] === most
    cells += total
    cellsRight += counts[begin + predicted]!
    const standsFor = rows.members?.[row]!.length ?? 1
    if (right) patternsRight += standsFor
    else if (lead >= clearLead) clearlyWrong += standsFor
    // Written so that a probability that is not a number counts as not learned.
    if (lead > 0 && !(forMost - forOthers >= lead / 2)) learned = false
  }
  return { loss, accuracy: cells === 0 ? 0 : cellsRight / cells, patternsRight, clearlyWrong, learned }
}

/** Whether one attempt ended better than another: fewer clear mistakes, then fewer of all, then lower loss. */
export const isBetter = (a: Standing, b: Standing): boolean => {
  if (!Number.isFinite(a.loss) || !Number.isFinite(b.loss)) return Number.isFinite(a.loss)
  if (a.clearlyWrong !== b.clearlyWrong) return a.clearlyWrong < b.clearlyWrong
  if (a.patternsRight !== b.patternsRight) return a.patternsRight > b.patternsRight
  return a.loss < b.loss
}
