import { flowFigures } from "@rulescope/charts/flow"
import type { RunEvent, RunResult } from "@rulescope/flow"
import { flowProgress } from "../display/flow/progress.ts"
import { flowReport } from "../display/flow/report.ts"
import type { Shown } from "./Shown.ts"

const document = (
  { estimate, library, recordings, verdict }: RunResult,
  seconds: Readonly<Record<string, number>>
) => ({
  subject: "flow",
  law: estimate.law,
  coordinates: recordings[0]!.coordinates,
  interval: recordings[0]!.interval,
  terms: estimate.classes,
  noise: estimate.laws[0]!.noise,
  laws: estimate.laws,
  readingError: estimate.readingError.value,
  library: { terms: library.names, added: library.added, because: library.because },
  verdict,
  used: estimate.used,
  seconds
})

export const flow: Shown<RunEvent, RunResult> = {
  progress: flowProgress,
  resultOf: (event) => (event._tag === "RunFinished" ? event.result : undefined),
  report: flowReport,
  document,
  proved: ({ verdict }) => verdict.status === "confirmed",
  figures: flowFigures,
  modelKey: ({ model }) => model.key
}
