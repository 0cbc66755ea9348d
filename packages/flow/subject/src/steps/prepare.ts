import { say } from "@rulescope/core"
import { type Space, type Trajectory, unwrap } from "@rulescope/sde"
import { Effect } from "effect"
import { decideColumn } from "../columns/decideColumn.ts"
import { RunError } from "../errors.ts"
import { type Recording, samplesOf } from "../Recording.ts"
import type { CoordinateInfo, RecordingInfo } from "../RunResult.ts"
import type { RunSpec } from "../RunSpec.ts"

/** Recordings unwrapped and split; the lists share their order. */
export interface Prepared {
  readonly recordings: ReadonlyArray<RecordingInfo>
  readonly coordinates: ReadonlyArray<CoordinateInfo>
  readonly whole: ReadonlyArray<Trajectory>
  /** What stages may learn from. */
  readonly training: ReadonlyArray<Trajectory>
  /** The last part of each recording. */
  readonly heldOut: ReadonlyArray<Trajectory>
}

/** A recording with fewer samples in one of its parts shows nothing. */
const leastSamples = 20

/** What is wrong with the list of recordings. */
const misfitOf = (recordings: ReadonlyArray<Recording>): RunError | undefined => {
  const [first] = recordings
  if (first === undefined)
    return new RunError({ reason: say`the generator gave no recording`, remedy: say`ask for at least one` })
  for (const recording of recordings) {
    const { columns, interval, source } = recording
    if (columns.map(({ name }) => name).join() !== first.columns.map(({ name }) => name).join())
      return new RunError({
        reason: say`${source} and ${first.source} have different columns`,
        remedy: say`recordings of one run share their columns`
      })
    if (Math.abs(interval / first.interval - 1) > 1e-6)
      return new RunError({
        reason: say`${source} has a sample every ${interval}, ${first.source} one every ${first.interval}`,
        remedy: say`recordings of one run share their interval`
      })
    if (samplesOf(recording) < 5 * leastSamples)
      return new RunError({
        reason: say`${source} has ${samplesOf(recording)} samples`,
        remedy: say`at least ${5 * leastSamples} are needed`
      })
  }
  return undefined
}

const missingOf = ({ space, values }: Trajectory): number => {
  const d = space.coordinates.length
  let missing = 0
  for (let t = 0; t < values.length; t += d) {
    let isMissing = false
    for (let k = 0; k < d; k++) if (Number.isNaN(values[t + k]!)) isMissing = true
    if (isMissing) missing++
  }
  return missing
}

/** Decides what the columns are, unwraps phases, and keeps the last part of every recording for the proof. */
export const prepare = Effect.fn("prepare")(function* (
  { heldOut: share }: RunSpec,
  recordings: ReadonlyArray<Recording>
): Effect.fn.Return<Prepared, RunError> {
  const misfit = misfitOf(recordings)
  if (misfit !== undefined) return yield* misfit
  const coordinates = recordings[0]!.columns.map((_, column) => decideColumn(recordings, column))
  const space: Space = { coordinates: coordinates.map(({ kind, name }) => ({ name, kind })), loops: [] }
  const d = coordinates.length
  const whole = recordings.map(({ interval, values }): Trajectory => {
    const trajectory = { space, interval, values }
    if (!coordinates.some(({ wrapped }) => wrapped)) return trajectory
    const unwrapped = unwrap(trajectory).values
    return { space, interval, values: values.map((value, i) => (coordinates[i % d]!.wrapped ? unwrapped[i]! : value)) }
  })
  const splits = whole.map(({ values }) => {
    const samples = values.length / d
    return samples - Math.min(samples - leastSamples, Math.max(leastSamples, Math.round(share * samples)))
  })
  const part = (from: (split: number) => number, to: (split: number) => number | undefined) =>
    whole.map((trajectory, r): Trajectory => {
      const end = to(splits[r]!)
      return { ...trajectory, values: trajectory.values.slice(from(splits[r]!) * d, end === undefined ? end : end * d) }
    })
  return {
    recordings: recordings.map((recording, r): RecordingInfo => ({
      source: recording.source,
      coordinates,
      interval: recording.interval,
      samples: samplesOf(recording),
      missing: missingOf(whole[r]!),
      heldOutFrom: splits[r]!
    })),
    coordinates,
    whole,
    training: part(
      () => 0,
      (split) => split
    ),
    heldOut: part(
      (split) => split,
      () => undefined
    )
  }
})
