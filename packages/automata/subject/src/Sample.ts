import { type Census, emptyCensus, frameOf, type Neighbourhood, type Observation, takeCensus } from "@rulescope/lattice"

/** An observation whose transitions count with a weight each. */
export interface Sample extends Observation {
  /** One weight ≥ 0 for every entry of `transitions`; 1 counts as observed. */
  readonly weights: ReadonlyArray<number>
}

export const sampleOf = (observation: Observation): Sample => ({
  ...observation,
  weights: observation.transitions.map(() => 1)
})

/** Counts samples with their weights into one census. */
export const weightedCensus = (
  neighbourhood: Neighbourhood,
  states: number,
  samples: ReadonlyArray<Sample>
): Census => {
  const total = emptyCensus(neighbourhood, states)
  const weights = new Set(samples.flatMap((sample) => sample.weights))
  for (const weight of weights) {
    const parts = samples.map((sample) => ({
      ...sample,
      transitions: sample.transitions.filter((_, i) => sample.weights[i] === weight)
    }))
    const { counts } = takeCensus(neighbourhood, states, parts)
    for (let i = 0; i < counts.length; i++) total.counts[i]! += weight * counts[i]!
  }
  return total
}

/** How often each pattern occurs in the samples' source frames, whether or not its outcome was observed. */
export const patternCounts = (
  neighbourhood: Neighbourhood,
  states: number,
  samples: ReadonlyArray<Sample>
): Float64Array => {
  // Every source frame is followed by an empty one, so that each pattern has an observed outcome, 0.
  const asked = samples.map((sample): Sample => {
    const size = sample.recording.width * sample.recording.height
    const cells = new Uint8Array(2 * sample.transitions.length * size)
    for (const [i, t] of sample.transitions.entries()) cells.set(frameOf(sample.recording, t), 2 * i * size)
    return {
      ...sample,
      recording: { ...sample.recording, frames: 2 * sample.transitions.length, cells },
      transitions: sample.transitions.map((_, i) => 2 * i)
    }
  })
  const { counts } = weightedCensus(neighbourhood, states, asked)
  return Float64Array.from({ length: counts.length / states }, (_, pattern) => counts[pattern * states]!)
}
