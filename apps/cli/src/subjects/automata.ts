import type { RunEvent, RunResult } from "@rulescope/automata"
import { runFigures } from "@rulescope/charts"
import { families } from "@rulescope/preset"
import { makeProgress } from "../display/Progress.ts"
import { reportText } from "../display/Report.ts"
import type { Shown } from "./Shown.ts"

const document = (
  { estimate, evidence, family, recordings, verdicts }: RunResult,
  seconds: Readonly<Record<string, number>>
) => ({
  rule: estimate.rule,
  range: estimate.range,
  equivalent: estimate.equivalent,
  stride: estimate.stride,
  noise: estimate.noise,
  family: family.id,
  criterion: family.criterion,
  scores: family.scores,
  symmetry: family.symmetry,
  classes: estimate.classes,
  boundary: recordings[0]!.boundary,
  verdict: verdicts.heldOut,
  training: verdicts.training,
  accuracy: { model: evidence.accuracy, rule: verdicts.training.accuracy },
  used: estimate.used,
  seconds
})

export const automata: Shown<RunEvent, RunResult> = {
  progress: makeProgress,
  resultOf: (event) => (event._tag === "RunFinished" ? event.result : undefined),
  report: reportText,
  document,
  proved: ({ verdicts }) => verdicts.heldOut.status === "confirmed",
  figures: (result, events) => runFigures(result, events, families),
  modelKey: ({ model }) => model.key
}
