import { say } from "@rulescope/core"
import type { AnySubject } from "@rulescope/core"
import { Effect } from "effect"
import { nearest } from "../axes/nearest.ts"
import { InvalidStudy } from "../StudyError.ts"

/** What a study of a subject can ask of its runs: what the subject measures, and time and memory. */
export const metricNames = ({ metrics, stages }: AnySubject): ReadonlyArray<string> => [
  ...metrics.map(({ name }) => name),
  "secondsTotal",
  ...stages.map((stage) => `seconds.${stage}`),
  "memoryMb"
]

/** Refuses a metric that no run has. */
export const checkMetrics = (
  subject: AnySubject,
  metrics: ReadonlyArray<string>
): Effect.Effect<void, InvalidStudy> => {
  const names = metricNames(subject)
  const unknown = metrics.find((name) => !names.includes(name))
  return unknown === undefined
    ? Effect.void
    : Effect.fail(
        new InvalidStudy({
          reason: say`no metric is called "${unknown}"`,
          remedy: say`did you mean "${nearest(unknown, names)!}"? Known: ${names}`
        })
      )
}

/** Steps that no metric asked for needs: they are left out. */
export const spared = (subject: AnySubject, metrics: ReadonlyArray<string>): ReadonlyArray<string> => {
  const optional = new Set(subject.metrics.flatMap(({ needs }) => needs))
  for (const { name, needs } of subject.metrics) {
    if (metrics.includes(name)) for (const step of needs) optional.delete(step)
  }
  return [...optional].filter((step) => !metrics.includes(`seconds.${step}`))
}
