import type { KramersMoyal, Trajectory } from "@rulescope/sde"
import { Schema } from "effect"
import type { Prediction } from "./Backbone.ts"
import type { Library } from "./Library.ts"

/** What an inferrer may look at. */
export interface Evidence {
  readonly library: Library
  /** Recordings that the law is to be about, unwrapped; gaps are NaN. */
  readonly recordings: ReadonlyArray<Trajectory>
  /** Their increments by bins, as the network saw them. */
  readonly census: KramersMoyal
  /** What the model predicts at the mean state of every bin of the census. */
  readonly predicted: Prediction
  readonly seed: string
}

/** Bins of the census with what was observed and predicted there: bins × coordinates. */
export const EvidenceSummary = Schema.Struct({
  /** Mean state; phases within [−π, π). */
  states: Schema.Array(Schema.Array(Schema.Finite)),
  counts: Schema.Array(Schema.Int),
  /** Mean increment divided by the interval. */
  velocity: Schema.Array(Schema.Array(Schema.Finite)),
  /** Its standard error; 0 in a bin that was visited once. */
  velocityError: Schema.Array(Schema.Array(Schema.Finite)),
  /** The same mean as the model has it, and its drift at that state. */
  predictedVelocity: Schema.Array(Schema.Array(Schema.Finite)),
  drift: Schema.Array(Schema.Array(Schema.Finite)),
  /** Mean log-density of a held-out increment under the model, in nats. */
  heldOutScore: Schema.NullOr(Schema.Finite)
})
export type EvidenceSummary = typeof EvidenceSummary.Type

/** Mean states of the bins of a census, one after the other. */
export const meanStates = ({ counts, space, states }: KramersMoyal): Float64Array => {
  const d = space.coordinates.length
  return states.map((sum, i) => sum / counts[Math.floor(i / d)]!)
}

const rows = (values: ArrayLike<number>, width: number): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: values.length / width }, (_, r) =>
    Array.from({ length: width }, (__, k) => values[r * width + k]!)
  )

/** The evidence as results keep it. */
export const summariseEvidence = ({ census, predicted }: Evidence, heldOutScore: number | null): EvidenceSummary => {
  const { counts, increments, interval, products, space } = census
  const d = space.coordinates.length
  const mean = increments.map((sum, i) => sum / counts[Math.floor(i / d)]!)
  const error = mean.map((value, i) => {
    const [cell, k] = [Math.floor(i / d), i % d]
    const n = counts[cell]!
    const variance = Math.max(0, products[(cell * d + k) * d + k]! / n - value * value)
    return Math.sqrt(variance / Math.max(1, n - 1)) / interval
  })
  return {
    states: rows(meanStates(census), d),
    counts: Array.from(counts),
    velocity: rows(
      mean.map((value) => value / interval),
      d
    ),
    velocityError: rows(error, d),
    predictedVelocity: rows(
      predicted.increment.map((value) => value / interval),
      d
    ),
    drift: rows(predicted.drift, d),
    heldOutScore
  }
}
