import {
  type Analysis,
  axisRates,
  type AxisLabel,
  cellMeans,
  cellRates,
  type Difference,
  differences,
  interaction,
  type Interaction,
  marginals,
  type MetricKind,
  metricKind,
  overallMean,
  overallRate,
  type PartMean,
  type Rate
} from "@rulescope/study"
import { differenceWriter, type Shown, type Writer, writerFor } from "./numbers.ts"

/** A number of a report: a mean, and for a metric that tells success its rate. */
export interface Answer {
  readonly mean: PartMean
  readonly rate: Rate | null
}

/** What came out at one value of an axis. */
export interface LevelResult extends Answer {
  readonly value: AxisLabel
  readonly baseline: boolean
  /** Null at the baseline and without one. */
  readonly difference: Difference | null
}

/** What came out for one metric, in no language yet. */
export interface MetricResult {
  readonly name: string
  readonly kind: MetricKind
  /** Whether any run has a value. */
  readonly told: boolean
  /** Whether all of them have the same. */
  readonly constant: boolean
  readonly overall: Answer
  /** By axis, by value. */
  readonly axes: ReadonlyArray<ReadonlyArray<LevelResult>>
  /** By pair of axes. */
  readonly maps: ReadonlyArray<{ readonly down: number; readonly across: number; readonly table: Interaction }>
  readonly write: Writer
  readonly writeDifference: Writer
}

const shownOf = (estimates: ReadonlyArray<{ readonly mean: number | null; readonly interval: Ends }>): Shown => ({
  values: estimates.flatMap(({ interval, mean }) => [
    ...(mean === null ? [] : [mean]),
    ...(interval === null ? [] : [interval.low, interval.high])
  ]),
  widths: estimates.flatMap(({ interval }) => (interval === null ? [] : [interval.high - interval.low]))
})

type Ends = { readonly low: number; readonly high: number } | null

/** The interval that a number is shown with: Wilson's for a share of success. */
export const intervalOf = ({ mean, rate }: Answer): Ends =>
  rate === null ? mean.interval : rate.trials === 0 ? null : rate.interval

/** Every two axes of more than one value, the first one going down. */
const pairsOf = ({ axes }: Analysis): ReadonlyArray<readonly [down: number, across: number]> => {
  const several = axes.flatMap(({ values }, a) => (values.length > 1 ? [a] : []))
  return several.flatMap((down, i) => several.slice(i + 1).map((across) => [down, across] as const))
}

/** What came out for one metric, with the tables of the pairs of axes that are asked for; default every two. */
export const metricResult = (analysis: Analysis, name: string, pairs = pairsOf(analysis)): MetricResult => {
  const kind = metricKind(name)
  const axes = analysis.axes.map(({ baseline }, a): ReadonlyArray<LevelResult> => {
    const apart = differences(analysis, a, name)
    const rates = kind.success ? axisRates(analysis, a, name) : null
    return marginals(analysis, a, name).map((mean, v) => ({
      value: mean.value,
      baseline: mean.value === baseline,
      mean,
      rate: rates?.[v] ?? null,
      difference: apart?.find(({ value }) => value === mean.value) ?? null
    }))
  })
  const maps = pairs.map(([down, across]) => ({ down, across, table: interaction(analysis, down, across, name) }))
  const overall = { mean: overallMean(analysis, name), rate: kind.success ? overallRate(analysis, name) : null }
  const answers = [overall, ...axes.flat()]
  const shown = [
    ...answers.map((answer) => ({ mean: answer.mean.mean, interval: intervalOf(answer) })),
    ...maps.flatMap(({ table }) => table.cells.map(({ mean }) => ({ mean, interval: null })))
  ]
  const apart = axes.flat().flatMap(({ difference }) => difference ?? [])
  const write = writerFor(kind, shownOf(shown))
  return {
    name,
    kind,
    told: overall.mean.values > 0,
    constant: new Set(analysis.metric(name).filter((value) => !Number.isNaN(value))).size === 1,
    overall,
    axes,
    maps,
    write,
    writeDifference: differenceWriter(kind, shownOf(apart), write)
  }
}

/** Results of every metric that the study asks for. */
export const resultsOf = (analysis: Analysis): ReadonlyArray<MetricResult> =>
  [...new Set(analysis.study.metrics)].map((name) => metricResult(analysis, name))

/** What came out in every cell for one metric, in the order of `points`. */
export const cellAnswers = (analysis: Analysis, { kind, name }: MetricResult): ReadonlyArray<Answer> => {
  const rates = kind.success ? cellRates(analysis, name) : null
  return cellMeans(analysis, name).map((mean, c) => ({ mean, rate: rates?.[c] ?? null }))
}
