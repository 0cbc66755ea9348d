import { Effect } from "effect"
import { nearest } from "../axes/nearest.ts"
import { InvalidStudy } from "../StudyError.ts"

/** What a study can ask of its runs; `StudyRow` says what each means. */
export const metricNames = [
  "ruleExact",
  "right",
  "wrong",
  "undetermined",
  "accuracy",
  "heldOutAccuracy",
  "confirmed",
  "calibration",
  "brier",
  "secondsTotal",
  "seconds.generate",
  "seconds.census",
  "seconds.family",
  "seconds.fit",
  "seconds.infer",
  "seconds.verify",
  "memoryMb"
] as const
export type MetricName = (typeof metricNames)[number]

/** Refuses a metric that no run has. */
export const checkMetrics = (metrics: ReadonlyArray<string>): Effect.Effect<void, InvalidStudy> => {
  const unknown = metrics.find((name) => !metricNames.includes(name as MetricName))
  return unknown === undefined
    ? Effect.void
    : Effect.fail(
        new InvalidStudy({
          reason: `no metric is called "${unknown}"`,
          remedy: `did you mean "${nearest(unknown, metricNames)}"? Known: ${metricNames.join(", ")}`
        })
      )
}

/** Whether the rules have to be proved on the held-out frames. */
export const needsProof = (metrics: ReadonlyArray<string>): boolean =>
  ["heldOutAccuracy", "confirmed", "seconds.verify"].some((name) => metrics.includes(name))
