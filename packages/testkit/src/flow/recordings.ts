import type { Evidence, Prediction } from "@rulescope/flow"
import { plainLibrary } from "@rulescope/flow"
import {
  compileDrift,
  type Law,
  makeBins,
  makeLibrary,
  parseLaw,
  predictor,
  simulate,
  takeKramersMoyal,
  type Trajectory
} from "@rulescope/sde"

/** A law in writing that is known to read. */
export const lawFrom = (text: string): Law => {
  const read = parseLaw(text)
  if (!read.ok) throw new Error(read.error.reason)
  return read.value
}

/** Laws of phases, of reals and of both, each with an interval that suits it. */
export const laws: ReadonlyArray<{ readonly text: string; readonly interval: number }> = [
  { text: "phi1' = 1.3 - sin(phi1); noise 0.3", interval: 0.1 },
  {
    text: "phi1' = 1.3 - sin(phi1) + 0.4 sin(phi2 - phi1); phi2' = 1.15 - sin(phi2) - 0.4 sin(phi2 - phi1); noise 0.2",
    interval: 0.1
  },
  { text: "x' = x - x^3; noise 0.5", interval: 0.05 }
]

/** A recording of a law from its seed, 20 units of time after it began. */
export const recordLaw = (law: Law, interval: number, samples: number, seed: string): Trajectory =>
  simulate(law, { interval, samples, discard: 20, seed })

/** States of a recording, one after the other, every n-th. */
export const statesOf = ({ space, values }: Trajectory, every: number): Float64Array => {
  const d = space.coordinates.length
  const rows = Math.floor(values.length / d / every)
  return Float64Array.from({ length: rows * d }, (_, i) => values[Math.floor(i / d) * every * d + (i % d)]!)
}

/** What a network says that has learned the law perfectly. */
export const knownBy = (law: Law, interval: number, states: Float64Array): Prediction => {
  const d = law.space.coordinates.length
  const rows = states.length / d
  const drift = new Float64Array(rows * d)
  const increment = new Float64Array(rows * d)
  const noise = new Float64Array(rows * d * d)
  const evaluate = compileDrift(law)
  const { at, covariance, mean } = predictor(law, interval, 3)
  const out = new Float64Array(d)
  for (let r = 0; r < rows; r++) {
    const x = states.subarray(r * d, (r + 1) * d)
    evaluate(x, out)
    drift.set(out, r * d)
    at(x)
    increment.set(mean, r * d)
    for (let i = 0; i < d * d; i++) noise[r * d * d + i] = covariance[i]! / interval
  }
  return { drift, increment, noise }
}

/** Evidence of a perfect network on a recording of the law. */
export const evidenceOf = (law: Law, recording: Trajectory, seed: string): Evidence => {
  const { coordinates } = law.space
  const phases = coordinates.some(({ kind }) => kind === "phase")
  const library = plainLibrary(law.space, makeLibrary(law.space, { degree: phases ? 1 : 3 }))
  const census = takeKramersMoyal([recording], makeBins([recording], 16))
  const d = coordinates.length
  const means = census.states.map((sum, i) => sum / census.counts[Math.floor(i / d)]!)
  return { library, recordings: [recording], census, predicted: knownBy(law, recording.interval, means), seed }
}
