import type { MetricName } from "../run/metrics.ts"

/** How a metric is to be read. */
export interface MetricKind {
  /** `share` 0 to 1; `number` has no unit. */
  readonly unit: "share" | "number" | "seconds" | "megabytes"
  readonly better: "higher" | "lower" | "zero"
  /** It tells success (1) from its absence (0); a run that failed is no success. */
  readonly success: boolean
}

const kind = (unit: MetricKind["unit"], better: MetricKind["better"], success = false): MetricKind => ({
  unit,
  better,
  success
})

const kinds: Readonly<Record<MetricName, MetricKind>> = {
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
  "seconds.generate": kind("seconds", "lower"),
  "seconds.census": kind("seconds", "lower"),
  "seconds.family": kind("seconds", "lower"),
  "seconds.fit": kind("seconds", "lower"),
  "seconds.infer": kind("seconds", "lower"),
  "seconds.verify": kind("seconds", "lower"),
  memoryMb: kind("megabytes", "lower")
}

/** How a metric is to be read; one that is not known is a number, higher taken for better. */
export const metricKind = (metric: string): MetricKind => kinds[metric as MetricName] ?? kind("number", "higher")
