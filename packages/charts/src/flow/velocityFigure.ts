import { binsPerCoordinate, lawOf, type RunResult } from "@rulescope/flow"
import { predictor } from "@rulescope/sde"
import { englishFlowWords, type FlowWords } from "./words.ts"

/** Steps that begin at one value of a coordinate, whatever the others. */
export interface VelocityPoint {
  /** Mean value of the coordinate; phases within [−π, π). */
  readonly x: number
  readonly steps: number
  /** Mean increment over the interval, and its standard error. */
  readonly observed: number
  readonly error: number
  /** The same mean by the model, and by the most probable law; null where the law has hidden coordinates. */
  readonly model: number
  readonly law: number | null
}

/** How fast each coordinate moves by its own value: the counterpart of the counters of a rule. */
export interface VelocityFigure {
  readonly title: string
  readonly bins: number
  readonly steps: number
  readonly panels: ReadonlyArray<{
    readonly coordinate: string
    readonly kind: "phase" | "real"
    readonly points: ReadonlyArray<VelocityPoint>
  }>
  readonly words: FlowWords
}

type Told = Pick<RunResult, "census" | "estimate" | "evidence" | "recordings">

/** Mean velocities by the law at the states of the evidence; null where they cannot be had from the state alone. */
const byLaw = ({ estimate, evidence, recordings }: Told): ReadonlyArray<ReadonlyArray<number>> | null => {
  const law = lawOf(estimate.laws[0]!)
  const { coordinates, interval } = recordings[0]!
  if (law.space.coordinates.length !== coordinates.length || estimate.laws.length > 1) return null
  const { at, mean } = predictor(law, interval, Math.max(1, estimate.order))
  return evidence.states.map((x) => {
    at(x)
    return Array.from(mean, (value) => value / interval)
  })
}

/** The velocities of a run as data. */
export const velocityFigure = (result: Told, words: FlowWords = englishFlowWords): VelocityFigure => {
  const { census, estimate, evidence, recordings } = result
  const law = byLaw(result)
  const parts = binsPerCoordinate(recordings[0]!.coordinates.length)
  const panels = recordings[0]!.coordinates.map(({ kind, name }, k) => {
    const values = evidence.states.map((x) => x[k]!)
    const [low, high] = kind === "phase" ? [-Math.PI, Math.PI] : [Math.min(...values), Math.max(...values)]
    const groups = new Map<number, Array<number>>()
    for (const [bin, value] of values.entries()) {
      const part = Math.min(parts - 1, Math.floor(((value - low) / (high - low || 1)) * parts))
      groups.set(part, [...(groups.get(part) ?? []), bin])
    }
    const points = [...groups]
      .sort(([a], [b]) => a - b)
      .map(([, bins]): VelocityPoint => {
        const steps = bins.reduce((sum, bin) => sum + evidence.counts[bin]!, 0)
        const mean = (of: ReadonlyArray<ReadonlyArray<number>>): number =>
          bins.reduce((sum, bin) => sum + evidence.counts[bin]! * of[bin]![k]!, 0) / steps
        const square = bins.reduce(
          (sum, bin) => sum + (evidence.counts[bin]! * evidence.velocityError[bin]![k]!) ** 2,
          0
        )
        return {
          x: mean(evidence.states),
          steps,
          observed: mean(evidence.velocity),
          error: Math.sqrt(square) / steps,
          model: mean(evidence.predictedVelocity),
          law: law === null ? null : mean(law)
        }
      })
    return { coordinate: name, kind, points }
  })
  const open = estimate.classes.filter(({ state }) => state === "undetermined").length
  return {
    title: words.law(estimate.law, estimate.classes.length, open),
    bins: census.bins,
    steps: census.steps,
    panels,
    words
  }
}
