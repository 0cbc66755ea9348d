import type { Space } from "../space.ts"

/**
 * Samples at equal intervals. Increments of phases are differences of neighbouring samples: phases are unwrapped, or
 * `unwrap` has made them so. A sample of which any coordinate is NaN is missing.
 */
export interface Trajectory {
  readonly space: Space
  /** Time between samples, greater than 0, in the unit of the law. */
  readonly interval: number
  /** Sample after sample, one number for each coordinate. */
  readonly values: Float64Array
}

/** Number of samples. */
export const samplesOf = ({ space, values }: Trajectory): number => values.length / space.coordinates.length
