import type { Trajectory } from "../simulate/trajectory.ts"
import type { Space } from "../space.ts"

/** How space is cut into bins: phases over their circle, reals between bounds. */
export interface Bins {
  /** Number of bins of each coordinate, at least 1. */
  readonly counts: ReadonlyArray<number>
  /** Lowest and highest value of each coordinate: [−π, π) for a phase; samples of a real beyond go to the last bin. */
  readonly ranges: ReadonlyArray<readonly [number, number]>
}

/**
 * The Kramers–Moyal census: for each bin that was visited, how often, and the sums of the state, of the increment and
 * of its products. Increments of all steps that begin in a bin, whatever the recording's length.
 */
export interface KramersMoyal {
  readonly space: Space
  readonly interval: number
  readonly bins: Bins
  /** Number of each visited bin, ascending; the last coordinate runs fastest. */
  readonly cells: Int32Array
  readonly counts: Float64Array
  /** Σ x, cells × coordinates; phases within [−π, π). */
  readonly states: Float64Array
  /** Σ Δx, cells × coordinates. */
  readonly increments: Float64Array
  /** Σ Δx_k Δx_l, cells × coordinates × coordinates. */
  readonly products: Float64Array
}

/** Bins with the same number for each coordinate; reals span what is recorded. */
export const makeBins = (trajectories: ReadonlyArray<Trajectory>, perCoordinate: number): Bins => {
  const [{ space }] = trajectories as [Trajectory]
  const d = space.coordinates.length
  const ranges = space.coordinates.map(({ kind }, k): readonly [number, number] => {
    if (kind === "phase") return [-Math.PI, Math.PI]
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (const { values } of trajectories) {
      for (let i = k; i < values.length; i += d) {
        const value = values[i]!
        if (Number.isNaN(value)) continue
        low = Math.min(low, value)
        high = Math.max(high, value)
      }
    }
    return low < high ? [low, high] : [low - 0.5, low + 0.5]
  })
  return { counts: ranges.map(() => perCoordinate), ranges }
}

/** Takes the census of trajectories of one space and interval. */
export const takeKramersMoyal = (trajectories: ReadonlyArray<Trajectory>, bins: Bins): KramersMoyal => {
  const [{ interval, space }] = trajectories as [Trajectory]
  const d = space.coordinates.length
  const width = 1 + 2 * d + d * d
  const rows = new Map<number, Float64Array>()
  const x = new Float64Array(d)
  const step = new Float64Array(d)
  for (const { values } of trajectories) {
    for (let t = 0; t + d < values.length; t += d) {
      let cell = 0
      let whole = true
      for (let k = 0; k < d; k++) {
        const [low, high] = bins.ranges[k]!
        const count = bins.counts[k]!
        let value = values[t + k]!
        step[k] = values[t + d + k]! - value
        if (Number.isNaN(step[k]!)) whole = false
        if (space.coordinates[k]!.kind === "phase") value -= 2 * Math.PI * Math.floor((value - low) / (2 * Math.PI))
        x[k] = value
        const bin = Math.floor(((value - low) / (high - low)) * count)
        cell = cell * count + Math.max(0, Math.min(count - 1, bin))
      }
      if (!whole) continue
      let row = rows.get(cell)
      if (row === undefined) {
        row = new Float64Array(width)
        rows.set(cell, row)
      }
      row[0] = row[0]! + 1
      for (let k = 0; k < d; k++) {
        row[1 + k] = row[1 + k]! + x[k]!
        row[1 + d + k] = row[1 + d + k]! + step[k]!
        for (let l = 0; l < d; l++) row[1 + 2 * d + k * d + l] = row[1 + 2 * d + k * d + l]! + step[k]! * step[l]!
      }
    }
  }
  const cells = Int32Array.from([...rows.keys()].sort((a, b) => a - b))
  const ordered = Array.from(cells, (cell) => rows.get(cell)!)
  const part = (from: number, to: number): Float64Array => {
    const all = new Float64Array(cells.length * (to - from))
    for (const [i, row] of ordered.entries()) all.set(row.subarray(from, to), i * (to - from))
    return all
  }
  return {
    space,
    interval,
    bins,
    cells,
    counts: part(0, 1),
    states: part(1, 1 + d),
    increments: part(1 + d, 1 + 2 * d),
    products: part(1 + 2 * d, width)
  }
}
