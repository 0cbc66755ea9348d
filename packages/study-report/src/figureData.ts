import type { EffectFigure, HeatMap, RateFigure } from "@rulescope/charts"
import { type Analysis, fewestSeeds } from "@rulescope/study"
import type { Links } from "./anchors.ts"
import type { Labels } from "./labels.ts"
import type { LevelResult, MetricResult } from "./results.ts"
import { answerRemark, answerText, differenceRemark, differenceText, metricNotes } from "./sentences.ts"
import type { Words } from "./words/words.ts"

/** What figures are made from, in one language. */
export interface Maker {
  readonly labels: Labels
  readonly analysis: Analysis
  readonly words: Words
}

const linked = (href: string | undefined) => (href === undefined ? {} : { href })

/** One group for every axis, of the levels that `row` gives a row for. */
const groups = <Row>(
  { analysis }: Maker,
  result: MetricResult,
  row: (level: LevelResult, a: number, v: number) => Row
) =>
  analysis.axes.map(({ label }, a) => ({
    title: label,
    rows: result.axes[a]!.map((level, v) => row(level, a, v))
  }))

const rowOf = (level: LevelResult, label: string, result: MetricResult, words: Words, href: string | undefined) => ({
  label,
  baseline: level.baseline,
  text: answerText(level, result, words),
  remark: answerRemark(level, words),
  ...linked(href)
})

/** A metric along every axis: shares of success, or means. */
export const alongAxes = (maker: Maker, result: MetricResult, links: Links | undefined): RateFigure | EffectFigure => {
  const { words } = maker
  const title = words.alongAxes(words.metric(result.name).name)
  const notes = metricNotes(result, words)
  const { failedCountsAs, few, interval, mean, other, success } = words.figure
  if (result.kind.success) {
    return {
      title,
      notes: [...notes, failedCountsAs],
      words: { success, other, failed: words.failed, interval },
      groups: groups(maker, result, (level, a, v) => ({
        ...rowOf(level, maker.labels(a, level.value), result, words, links?.level(a, v)),
        successes: level.rate!.successes,
        trials: level.rate!.trials,
        failed: level.rate!.failed,
        interval: level.rate!.interval
      }))
    }
  }
  return {
    title,
    notes,
    unit: result.kind.unit === "share" ? "share" : "number",
    reference: null,
    words: { mean, baseline: words.baseline, few },
    groups: groups(maker, result, (level, a, v) => ({
      ...rowOf(level, maker.labels(a, level.value), result, words, links?.level(a, v)),
      value: level.mean.mean,
      interval: level.mean.interval
    }))
  }
}

/** Differences of a metric to the baselines. */
export const changes = (
  { analysis, labels, words }: Maker,
  result: MetricResult,
  links: Links | undefined
): EffectFigure => {
  const points = result.kind.unit === "share"
  const scale = points ? 100 : 1
  const scaled = analysis.axes.map(({ baseline, label }, a) => ({
    title: words.withNote(label, words.difference(baseline === null ? "" : labels(a, baseline))),
    rows: result.axes[a]!.flatMap(({ difference, value }, v) =>
      difference === null
        ? []
        : [
            {
              label: labels(a, value),
              baseline: false,
              text: differenceText(difference, result, words),
              remark: differenceRemark(difference, words),
              value: difference.mean === null ? null : scale * difference.mean,
              interval:
                difference.interval === null
                  ? null
                  : { low: scale * difference.interval.low, high: scale * difference.interval.high },
              ...linked(links?.level(a, v))
            }
          ]
    )
  }))
  return {
    title: words.differences(words.metric(result.name).name, points ? words.points : ""),
    notes: [words.differencesNote],
    unit: "number",
    reference: 0,
    words: { mean: words.figure.mean, baseline: words.baseline, few: words.figure.few },
    groups: scaled.filter(({ rows }) => rows.length > 0)
  }
}

/** A metric over two axes. */
export const mapOf = (
  { analysis, labels, words }: Maker,
  result: MetricResult,
  { across, down, table }: MetricResult["maps"][number],
  links: Links | undefined
): HeatMap => {
  const [rows, columns] = [analysis.axes[down]!, analysis.axes[across]!]
  const names = {
    down: rows.values.map((value) => labels(down, value)),
    across: columns.values.map((value) => labels(across, value))
  }
  return {
    title: words.map(words.metric(result.name).name, rows.label, columns.label),
    notes: [words.better[result.kind.better], ...(analysis.axes.length > 2 ? [words.overOthers] : [])],
    unit: "number",
    down: { title: rows.label, labels: names.down },
    across: { title: columns.label, labels: names.across },
    words: {
      few: words.figure.few,
      none: table.cells.some(({ mean, runs }) => mean === null && runs > 0) ? words.noValue : words.noRun
    },
    cells: table.cells.map((mean, at) => {
      const [r, c] = [Math.floor(at / columns.values.length), at % columns.values.length]
      const place = `${words.ofCells(rows.label, names.down[r]!)}, ${words.ofCells(columns.label, names.across[c]!)}`
      const answer = { mean, rate: null }
      const said = mean.runs === 0 ? words.noRun : `${answerText(answer, result, words)}; ${words.support(mean)}`
      return {
        value: mean.mean,
        text: mean.mean === null ? "" : result.write.plain(mean.mean),
        few: mean.seeds < fewestSeeds,
        title: `${place}: ${said}`,
        ...linked(links?.pair(down, r, across, c))
      }
    })
  }
}
