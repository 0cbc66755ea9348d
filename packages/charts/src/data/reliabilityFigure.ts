/** One class of one run as a reading saw it. */
export interface Decision {
  /** Stated probability of the likelier label, or of the one given; 0 to 1. */
  readonly confidence: number
  /** Whether that label is the true one. */
  readonly right: boolean
  /** Whether it was given as a label, or left undetermined. */
  readonly given: boolean
}

/** Decisions of like confidence. */
export interface ReliabilityBin {
  readonly from: number
  readonly to: number
  readonly decisions: number
  /** Mean confidence; null in an empty bin. */
  readonly stated: number | null
  /** Share that is right, with its 95 % interval; null in an empty bin. */
  readonly right: number | null
  readonly interval: { readonly low: number; readonly high: number }
  /** Labels that were given, and those of them that are wrong. */
  readonly given: number
  readonly wrong: number
}

/** Stated confidence against actual correctness, reading by reading. */
export interface ReliabilityFigure {
  readonly panels: ReadonlyArray<{ readonly title: string; readonly bins: ReadonlyArray<ReliabilityBin> }>
}

/** Bounds of ten bins, finer towards 1, where claims are made. */
const edges = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1]

/** Interval of a share from how many of how many. */
type IntervalOf = (right: number, decisions: number) => ReliabilityBin["interval"]

const binOf = (all: ReadonlyArray<Decision>, from: number, to: number, intervalOf: IntervalOf): ReliabilityBin => {
  const inside = all.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1))
  const decisions = inside.length
  const right = inside.filter((decision) => decision.right).length
  const given = inside.filter((decision) => decision.given)
  return {
    from,
    to,
    decisions,
    stated: decisions === 0 ? null : inside.reduce((sum, { confidence }) => sum + confidence, 0) / decisions,
    right: decisions === 0 ? null : right / decisions,
    interval: intervalOf(right, decisions),
    given: given.length,
    wrong: given.filter((decision) => !decision.right).length
  }
}

/** Decisions in ten bins of stated confidence from 0.5 to 1; `intervalOf` as `wilson` of core, 95 %. */
export const reliabilityFigure = (
  readings: ReadonlyArray<{ readonly title: string; readonly decisions: ReadonlyArray<Decision> }>,
  intervalOf: IntervalOf
): ReliabilityFigure => ({
  panels: readings.map(({ decisions, title }) => ({
    title,
    bins: edges.slice(1).map((to, i) => binOf(decisions, edges[i]!, to, intervalOf))
  }))
})
