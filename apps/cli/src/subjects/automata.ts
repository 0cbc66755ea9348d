import { judgementOf, type RunEvent, type RunResult } from "@rulescope/automata"
import { runFigures } from "@rulescope/charts"
import { families } from "@rulescope/preset"
import { makeProgress } from "../display/Progress.ts"
import { resultText } from "../display/Report.ts"
import type { Shown } from "./Shown.ts"

const document = (result: RunResult, seconds: Readonly<Record<string, number>>) => {
  const { estimate, evidence, family, recordings, tested, verdicts } = result
  return {
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
    verdict: { ...verdicts.heldOut, ...judgementOf(result) },
    tested: tested === undefined ? null : { rule: tested.rule, range: tested.range, classes: tested.classes },
    training: verdicts.training,
    accuracy: { model: evidence.accuracy, rule: verdicts.training.accuracy },
    used: estimate.used,
    seconds
  }
}

export const automata: Shown<RunEvent, RunResult> = {
  progress: makeProgress,
  resultOf: (event) => (event._tag === "RunFinished" ? event.result : undefined),
  report: resultText,
  document,
  proved: (result) => judgementOf(result).status === "confirmed",
  figures: (result, events) => runFigures(result, events, families),
  modelKey: ({ model }) => model.key
}
