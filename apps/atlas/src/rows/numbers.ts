import { metricKind } from "@rulescope/study"

const minus = (text: string): string => text.replace(/^-/, "−")

/** Four significant digits, no more than there are. */
const short = (value: number): string => minus(String(Number(value.toPrecision(4))))

/** A share as a percentage with at most two decimals, rounded down: none below 1 reads "100 %". */
const percent = (value: number): string => `${Math.floor(1e4 * value + 1e-6) / 100} %`

/** Value of a metric with its unit. */
export const metricText = (name: string, value: number): string => {
  const { unit } = metricKind(name)
  if (unit === "share") return percent(value)
  if (unit === "seconds") return `${short(value)} s`
  if (unit === "megabytes") return `${Math.round(value)} MB`
  return short(value)
}
