import { familyIn, undetermined } from "@rulescope/lattice"
import type { counterFigure } from "@rulescope/charts"
import { makeEstimate } from "@rulescope/automata"
import type { Run } from "./runState.ts"
import { families } from "@rulescope/preset"

type Reading = Parameters<typeof counterFigure>[0]

/**
 * What is read while the network trains: what the run's inferrer reads so far; where it takes its time, every class goes
 * where most of its cells are predicted to go, and is open while none is.
 */
export const liveReading = ({ soFar, state }: Pick<Run, "soFar" | "state">): Reading | null => {
  const { census, counters, spec } = state
  const family = state.family === null ? null : familyIn(families, state.family.family, state.family.variant)
  const progress = state.training.at(-1)
  if (counters === null || census === null || spec === null || family === null || progress === undefined) return null
  const base = { census: { ...census, key: "" }, truth: null }
  if (soFar !== null) return { ...base, ...soFar }
  const { states } = family
  const support = counters.map((row) => row.reduce((a, b) => a + b, 0))
  const labels = Uint8Array.from(counters, (row, index) =>
    support[index] === 0 ? undetermined : row.indexOf(Math.max(...row))
  )
  const posterior = Float64Array.from(
    counters.flatMap((row, index) => row.map((count) => (support[index] === 0 ? 1 / states : count / support[index]!)))
  )
  return {
    ...base,
    evidence: {
      classes: family.classes.map(({ name }) => name),
      observed: counters,
      predicted: counters,
      expected: counters,
      accuracy: progress.accuracy
    },
    estimate: makeEstimate(family, {
      labels,
      support,
      posterior,
      used: { inferrer: spec.inferrer.id, evidence: "predictions", parameters: {} }
    })
  }
}
