import { familyById, undetermined } from "@rulescope/automata"
import type { counterFigure } from "@rulescope/charts"
import { makeEstimate, type RunSpec } from "@rulescope/core"
import type { RunState } from "./runState.ts"

type Reading = Parameters<typeof counterFigure>[0]

/** α of both cell states as the report's reading has it: ⌊ratio · (1 − accuracy) · cells in that state⌋. */
const alphas = (
  { inferrer }: RunSpec,
  centres: ReadonlyArray<number>,
  table: ReadonlyArray<ReadonlyArray<number>>,
  accuracy: number
): Readonly<Record<string, number>> => {
  const { beta = 10, ratio = 0.6 } = inferrer.config as { readonly ratio?: number; readonly beta?: number }
  if (inferrer.id !== "threshold") return {}
  const alpha = (centre: number): number => {
    const cells = table.flatMap((row, index) => (centres[index] === centre ? row : [])).reduce((a, b) => a + b, 0)
    return Math.floor(ratio * (1 - accuracy) * cells)
  }
  return { ratio, beta, alphaDead: alpha(0), alphaLive: alpha(1) }
}

/**
 * What the counters say while the network trains: every class goes where most of its cells are predicted to go,
 * and is open while none is. Not yet the inferrer's reading, which follows when training has ended.
 */
export const liveReading = (state: RunState): Reading | null => {
  const { census, counters, spec } = state
  const family = state.family === null ? undefined : familyById(state.family.family)
  const progress = state.training.at(-1)
  if (counters === null || census === null || spec === null || family === undefined || progress === undefined)
    return null
  const { states } = family
  const support = counters.map((row) => row.reduce((a, b) => a + b, 0))
  const labels = Uint8Array.from(counters, (row, index) =>
    support[index] === 0 ? undetermined : row.indexOf(Math.max(...row))
  )
  const posterior = Float64Array.from(
    counters.flatMap((row, index) => row.map((count) => (support[index] === 0 ? 1 / states : count / support[index]!)))
  )
  const parameters = alphas(
    spec,
    family.classes.map(({ centre }) => centre),
    counters,
    progress.accuracy
  )
  return {
    census: { ...census, key: "" },
    truth: null,
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
      used: { inferrer: spec.inferrer.id, evidence: "predictions", parameters }
    })
  }
}
