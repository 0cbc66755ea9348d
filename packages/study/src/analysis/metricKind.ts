import type { Metric } from "@rulescope/core"

/** How a metric is to be read. */
export type MetricKind = Pick<Metric, "unit" | "better" | "success">

const kind = (unit: MetricKind["unit"], better: MetricKind["better"], success = false): MetricKind => ({
  unit,
  better,
  success
})

const kinds: Readonly<Record<string, MetricKind>> = {
  ruleExact: kind("share", "higher", true),
  right: kind("number", "higher"),
  wrong: kind("number", "lower"),
  undetermined: kind("number", "lower"),
  accuracy: kind("share", "higher"),
  heldOutAccuracy: kind("share", "higher"),
  confirmed: kind("share", "higher", true),
  calibration: kind("number", "zero"),
  brier: kind("number", "lower"),
  secondsTotal: kind("seconds", "lower"),
  memoryMb: kind("megabytes", "lower")
}

/** How a metric is to be read; one that is not known is a number, higher taken for better. */
export const metricKind = (metric: string): MetricKind =>
  Object.hasOwn(kinds, metric)
    ? kinds[metric]!
    : kind(metric.startsWith("seconds.") ? "seconds" : "number", metric.startsWith("seconds.") ? "lower" : "higher")
