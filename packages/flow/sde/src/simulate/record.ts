import { makeNormals } from "../random.ts"
import type { Trajectory } from "./trajectory.ts"

/** How a flow is looked at; each part defaults to none. */
export interface RecordOptions {
  /** Standard deviation of an independent error on every number, at least 0. */
  readonly readingError?: number
  /** Share of samples, each whole, that are missing at random; in [0, 1). */
  readonly missing?: number
  /** Whether phases are given within [−π, π). */
  readonly wrapped?: boolean
  /** Coordinates that are recorded, in the order of the columns; defaults to all. */
  readonly columns?: ReadonlyArray<number>
  readonly seed: string
}

const wrap = (angle: number): number => angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI) + 0.5)

/** What an instrument makes of a trajectory: sample after sample, one number for each column, NaN where it misses one. */
export const record = ({ space, values }: Trajectory, options: RecordOptions): Float64Array => {
  const { missing = 0, readingError = 0, seed, wrapped = false } = options
  const d = space.coordinates.length
  const columns = options.columns ?? space.coordinates.map((_, k) => k)
  const samples = values.length / d
  const { normal, uniform } = makeNormals(`${seed}/record`)
  const read = new Float64Array(samples * columns.length)
  for (let t = 0; t < samples; t++) {
    const isMissing = missing > 0 && uniform() < missing
    for (const [c, k] of columns.entries()) {
      const value = values[t * d + k]! + (readingError > 0 ? readingError * normal() : 0)
      const turned = wrapped && space.coordinates[k]!.kind === "phase" ? wrap(value) : value
      read[t * columns.length + c] = isMissing ? Number.NaN : turned
    }
  }
  return read
}
