import { type Check, type Exam, logDensities, type Measured, type Verdict } from "@rulescope/flow"
import type { Looked } from "./Looked.ts"

/** Log-density of each step less what it would be on average were the law true; NaN where there is none. */
const excessOf = ({ innovations: { values }, trajectory }: Looked): Float64Array => {
  const d = trajectory.space.coordinates.length
  const steps = values.length / d
  const excess = new Float64Array(steps)
  for (let t = 0; t < steps; t++) {
    let square = 0
    for (let k = 0; k < d; k++) square += values[t * d + k]! ** 2
    excess[t] = 0.5 * (d - square)
  }
  return excess
}

/** The score of the held-out parts beside the one that a true law reaches. */
export const scoreOf = (heldOut: ReadonlyArray<Looked>): NonNullable<Verdict["score"]> | null => {
  let n = 0
  let sum = 0
  let square = 0
  let total = 0
  for (const looked of heldOut) {
    const { score, steps } = looked.innovations
    if (steps === 0) continue
    total += score * steps
    for (const value of excessOf(looked)) {
      if (Number.isNaN(value)) continue
      n++
      sum += value
      square += value * value
    }
  }
  if (n < 2) return null
  const mean = total / n
  return { mean, attainable: mean - sum / n, error: Math.sqrt(Math.max(0, square / n - (sum / n) ** 2) / n) }
}

/** Whether the held-out score is the attainable one. */
export const scoreCheck = (score: NonNullable<Verdict["score"]>, bound: number): Check => {
  const z = score.error > 0 ? (score.mean - score.attainable) / score.error : 0
  const passed = Math.abs(z) < bound
  return {
    name: "score",
    part: "held-out",
    score: z,
    bound,
    passed,
    because: passed
      ? "the part that nobody learned from is as probable as the law says"
      : `the part that nobody learned from is ${z < 0 ? "less" : "more"} probable than the law says`
  }
}

/** Steps of a block over which log-densities are summed: longer than their correlation. */
const block = 50

/** Held-out log-density of the network less that of the law, over all steps, with its error from blocks. */
export const completenessOf = ({ network }: Exam, heldOut: ReadonlyArray<Looked>): Measured | null => {
  const blocks: Array<number> = []
  for (const [r, looked] of heldOut.entries()) {
    const theirs = network[r] === undefined ? undefined : logDensities(looked.trajectory, network[r])
    if (theirs === undefined) return null
    const ours = looked.innovations.logs
    for (let from = 0; from < theirs.length; from += block) {
      let sum = 0
      for (let t = from; t < Math.min(theirs.length, from + block); t++) {
        const difference = theirs[t]! - ours[t]!
        if (!Number.isNaN(difference)) sum += difference
      }
      blocks.push(sum)
    }
  }
  if (blocks.length < 2) return null
  const value = blocks.reduce((sum, one) => sum + one, 0)
  const mean = value / blocks.length
  const variance = blocks.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (blocks.length - 1)
  return { value, error: Math.sqrt(variance * blocks.length) }
}

/** Standard errors, and nats, beyond which a network knows more than a law: one that has no more to learn stays below 0. */
const beyond = 3

/** Whether a network foresees the held-out parts better than the law does. */
export const completenessCheck = ({ error, value }: Measured): Check => {
  // A difference of less than one nat is none, however exactly it is known.
  const score = value / Math.max(1, error)
  const passed = score < beyond
  return {
    name: "completeness",
    part: "held-out",
    score,
    bound: beyond,
    passed,
    because: passed
      ? "a network that knows nothing of the terms foresees the held-out part no better than the law"
      : "a network foresees the held-out part better than the law: a term or a dependence of the noise is missing"
  }
}
