import type { Trajectory } from "../simulate/trajectory.ts"
import type { Measured } from "./series.ts"

/** Increments of an unwrapped coordinate over blocks of `length` samples, those with a missing end left out. */
const blocksOf = ({ space, values }: Trajectory, coordinate: number, length: number): ReadonlyArray<number> => {
  const d = space.coordinates.length
  const blocks: Array<number> = []
  for (let i = coordinate; i + length * d < values.length; i += length * d) {
    const change = values[i + length * d]! - values[i]!
    if (!Number.isNaN(change)) blocks.push(change)
  }
  return blocks
}

const meanOf = (values: ReadonlyArray<number>): Measured => {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length
  const square = values.reduce((sum, v) => sum + (v - mean) ** 2, 0)
  return { value: mean, error: Math.sqrt(square / values.length / Math.max(1, values.length - 1)) }
}

/**
 * Mean velocity ⟨x′⟩ of a coordinate with its error, from `blocks` blocks (defaults to 32) that must be longer than
 * the flow's memory; of a phase in units of ω_c it is V / (I_c R).
 */
export const meanVelocityOf = (trajectory: Trajectory, coordinate: number, blocks = 32): Measured => {
  const samples = trajectory.values.length / trajectory.space.coordinates.length
  const length = Math.max(1, Math.floor((samples - 1) / blocks))
  const { error, value } = meanOf(blocksOf(trajectory, coordinate, length))
  const time = length * trajectory.interval
  return { value: value / time, error: error / time }
}

/** Effective diffusion ⟨δx²⟩ / 2t of a coordinate over blocks, and its error for normal blocks, value · √(2/(n − 1)). */
export const diffusionOf = (trajectory: Trajectory, coordinate: number, blocks = 64): Measured => {
  const samples = trajectory.values.length / trajectory.space.coordinates.length
  const length = Math.max(1, Math.floor((samples - 1) / blocks))
  const changes = blocksOf(trajectory, coordinate, length)
  const mean = changes.reduce((sum, v) => sum + v, 0) / changes.length
  const variance = changes.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (changes.length - 1)
  const value = variance / (2 * length * trajectory.interval)
  return { value, error: value * Math.sqrt(2 / (changes.length - 1)) }
}

/** Phase slips of a coordinate: how often it went on to another well and stayed, with the sign of each move. */
export interface Slips {
  readonly forward: number
  readonly backward: number
  /** Net slips in a unit of time. */
  readonly rate: Measured
}

/**
 * Counts slips of an unwrapped phase: it leaves the well around `centre` + 2πn when it comes within π/2 of another's
 * centre, so that a phase that hesitates on the top is not counted twice.
 */
export const slipsOf = ({ interval, space, values }: Trajectory, coordinate: number, centre = 0): Slips => {
  const d = space.coordinates.length
  let well = Number.NaN
  let forward = 0
  let backward = 0
  let counted = 0
  for (let i = coordinate; i < values.length; i += d) {
    const turns = (values[i]! - centre) / (2 * Math.PI)
    if (Number.isNaN(turns)) continue
    counted++
    const nearest = Math.round(turns)
    if (Number.isNaN(well)) well = nearest
    if (nearest === well || Math.abs(turns - nearest) > 0.25) continue
    if (nearest > well) forward += nearest - well
    else backward += well - nearest
    well = nearest
  }
  const time = counted * interval
  return {
    forward,
    backward,
    rate: { value: (forward - backward) / time, error: Math.sqrt(Math.max(1, forward + backward)) / time }
  }
}

/** Share of the samples in each of `bins` equal parts of a phase's circle, or of [low, high] of a real. */
export const densityOf = (
  { space, values }: Trajectory,
  coordinate: number,
  bins: number,
  [low, high]: readonly [number, number] = [0, 2 * Math.PI]
): Float64Array => {
  const d = space.coordinates.length
  const isPhase = space.coordinates[coordinate]!.kind === "phase"
  const counts = new Float64Array(bins)
  let n = 0
  for (let i = coordinate; i < values.length; i += d) {
    const part = (values[i]! - low) / (high - low)
    if (Number.isNaN(part)) continue
    n++
    const bin = Math.floor((isPhase ? part - Math.floor(part) : part) * bins)
    if (bin >= 0 && bin < bins) counts[bin] = counts[bin]! + 1
  }
  return counts.map((count) => count / n)
}
