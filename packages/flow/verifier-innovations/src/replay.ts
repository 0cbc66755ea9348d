import type { Check, Exam, Replayed } from "@rulescope/flow"
import { diffusionOf, type Measured, meanVelocityOf, record, simulate, slipsOf, type Trajectory } from "@rulescope/sde"
import type { Looked } from "./Looked.ts"

/** A quantity of a recording that is not fitted, and so tests the law. */
type Quantity = readonly [name: string, measure: (trajectory: Trajectory, coordinate: number) => Measured]

const ofPhases: ReadonlyArray<Quantity> = [
  ["velocity", meanVelocityOf],
  ["slip rate", (trajectory, k) => slipsOf(trajectory, k).rate],
  ["diffusion", diffusionOf]
]

/** Mean and standard deviation of a real, with errors from blocks longer than most memories. */
const levelOf = ({ space, values }: Trajectory, coordinate: number, power: 1 | 2): Measured => {
  const d = space.coordinates.length
  const samples = values.length / d
  const length = Math.max(1, Math.floor(samples / 32))
  const blocks: Array<number> = []
  for (let from = 0; from + length <= samples; from += length) {
    let sum = 0
    let n = 0
    for (let t = from; t < from + length; t++) {
      const value = values[t * d + coordinate]!
      if (Number.isNaN(value)) continue
      sum += value ** power
      n++
    }
    if (n > 0) blocks.push(sum / n)
  }
  const mean = blocks.reduce((sum, v) => sum + v, 0) / blocks.length
  const square = blocks.reduce((sum, v) => sum + (v - mean) ** 2, 0)
  return { value: mean, error: Math.sqrt(square / blocks.length / Math.max(1, blocks.length - 1)) }
}

const ofReals: ReadonlyArray<Quantity> = [
  ["mean", (trajectory, k) => levelOf(trajectory, k, 1)],
  ["mean square", (trajectory, k) => levelOf(trajectory, k, 2)]
]

/** Samples of the first whole state of a trajectory. */
const startOf = ({ space, values }: Trajectory): Float64Array => {
  const d = space.coordinates.length
  for (let t = 0; t < values.length; t += d) {
    const x = values.subarray(t, t + d)
    if (x.every((value) => !Number.isNaN(value))) return x
  }
  return new Float64Array(d)
}

/** The mean of several measurements of the same length. */
const meanOf = (all: ReadonlyArray<Measured>): Measured => ({
  value: all.reduce((sum, { value }) => sum + value, 0) / all.length,
  error: Math.sqrt(all.reduce((sum, { error }) => sum + error * error, 0)) / all.length
})

/**
 * The held-out part of each recording beside recordings of the same length made with its law from the same start.
 * Undefined where the law leaves all bounds.
 */
export const replayOf = (
  { proved, seed }: Exam,
  heldOut: ReadonlyArray<Looked>,
  replays: number
): ReadonlyArray<Replayed> | undefined => {
  const all: Array<Replayed> = []
  for (const { law, recording, trajectory } of heldOut) {
    const { interval, space, values } = trajectory
    const samples = values.length / space.coordinates.length
    const made: Array<Trajectory> = []
    try {
      for (let i = 0; i < replays; i++) {
        const stream = `${seed}/replay-${recording}-${i}`
        // Hidden coordinates begin at 0; what is made is read as the recording was.
        const start = Float64Array.from(law.space.coordinates, (_, k) => startOf(trajectory)[k] ?? 0)
        const whole = simulate(law, { interval, samples, start, seed: stream })
        const columns = space.coordinates.map((_, k) => k)
        const readingError = proved.readingError.value
        made.push({ space, interval, values: record(whole, { readingError, columns, seed: stream }) })
      }
    } catch {
      return undefined
    }
    if (made.length === 0) continue
    for (const [k, { kind, name }] of space.coordinates.entries()) {
      for (const [what, measure] of kind === "phase" ? ofPhases : ofReals) {
        const recorded = measure(trajectory, k)
        const replayed = meanOf(made.map((one) => measure(one, k)))
        if (![recorded, replayed].every(({ error, value }) => Number.isFinite(error) && Number.isFinite(value)))
          continue
        all.push({ name: what, coordinate: name, recording, recorded, replayed })
      }
    }
  }
  return all
}

/** Whether the recorded and the replayed quantities agree. */
export const replayChecks = (replayed: ReadonlyArray<Replayed>, bound: number): ReadonlyArray<Check> =>
  replayed.map(({ coordinate, name, recorded, recording, replayed: made }): Check => {
    const error = Math.hypot(recorded.error, made.error)
    const score = error > 0 ? (made.value - recorded.value) / error : 0
    const passed = Math.abs(score) < bound
    return {
      name,
      coordinate,
      recording,
      part: "held-out",
      score,
      bound,
      passed,
      because: passed
        ? `a recording made with the law has the same ${name} of ${coordinate}`
        : `a recording made with the law has another ${name} of ${coordinate}: ${made.value.toPrecision(3)} for ${recorded.value.toPrecision(3)}`
    }
  })
