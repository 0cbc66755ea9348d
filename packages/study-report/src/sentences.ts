import type { Difference } from "@rulescope/study"
import type { Writer } from "./numbers.ts"
import { type Answer, intervalOf, type MetricResult } from "./results.ts"
import type { Words } from "./words/words.ts"

interface Estimate {
  readonly mean: number | null
  readonly interval: { readonly low: number; readonly high: number } | null
}

const estimateText = ({ interval, mean }: Estimate, write: Writer, words: Words): string => {
  if (mean === null) return words.noValue
  return interval === null
    ? write.plain(mean)
    : words.withInterval(write.plain(mean), write.bare(interval.low), write.bare(interval.high))
}

/** "3.4 (2.9 to 4.0)", or that there is none. */
export const answerText = (answer: Answer, { write }: MetricResult, words: Words): string =>
  answer.mean.runs === 0
    ? words.noRun
    : estimateText({ mean: answer.mean.mean, interval: intervalOf(answer) }, write, words)

/** What has to be said beside a number: too few seeds for it, or runs that failed. */
export const answerRemark = ({ mean, rate }: Answer, words: Words): string =>
  [
    mean.mean !== null && mean.interval === null ? words.tooFew(mean.seeds) : "",
    mean.failed > 0 && rate === null ? words.failedRuns(mean.failed) : "",
    rate !== null && rate.failed > 0 ? words.failedRuns(rate.failed) : ""
  ]
    .filter((text) => text !== "")
    .join(", ")

export const differenceText = (difference: Difference, { writeDifference }: MetricResult, words: Words): string =>
  estimateText(difference, writeDifference, words)

export const differenceRemark = ({ interval, mean, seeds, unpaired }: Difference, words: Words): string =>
  [
    mean !== null && interval === null ? words.tooFew(seeds) : "",
    unpaired > 0 && mean !== null ? words.unpaired(unpaired) : ""
  ]
    .filter((text) => text !== "")
    .join(", ")

/** What a metric means and which way is better. */
export const metricNotes = ({ kind, name }: MetricResult, words: Words): ReadonlyArray<string> => {
  const { meaning } = words.metric(name)
  return [...(meaning === "" ? [] : [meaning.replace(/[.。]$/, "")]), words.better[kind.better]]
}
