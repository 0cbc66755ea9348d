import type { Analysis } from "@rulescope/study"
import type { Links } from "@rulescope/study-report"
import type { ViewControl } from "../view/useView.ts"

/** Metrics of a study, each once. */
export const metricsOf = ({ study }: Analysis): ReadonlyArray<string> => [...new Set(study.metrics)]

/** The one that is asked for, if there is such a one, else the first. */
export const metricOf = (analysis: Analysis, asked: string): string => {
  const metrics = metricsOf(analysis)
  return metrics.find((name) => name === asked) ?? metrics[0] ?? "ruleExact"
}

/** Figures lead to the runs that their numbers are of: the filters as they are, and the values pointed at. */
export const linksOf = ({ axes }: Analysis, { link, state }: ViewControl): Links => {
  const leadTo = (...places: ReadonlyArray<readonly [axis: number, level: number]>): string => {
    const at = places.map(([a, v]) => [axes[a]!.label, [String(axes[a]!.values[v])]] as const)
    return link({ view: "runs", at: { ...state.at, ...Object.fromEntries(at) } })
  }
  return { level: (a, v) => leadTo([a, v]), pair: (down, r, across, c) => leadTo([down, r], [across, c]) }
}
