import type { RunEvent, RunResult } from "@rulescope/automata"
import type { FamilyKind } from "@rulescope/lattice"
import { classFigure } from "./data/classFigure.ts"
import { counterFigure } from "./data/counterFigure.ts"
import { familyFigure } from "./data/familyFigure.ts"
import { trainingFigure, type TrainingFigure } from "./data/trainingFigure.ts"
import { classFigureSvg } from "./svg/classes.ts"
import { counterFigureSvg } from "./svg/counters.ts"
import { familyFigureSvg } from "./svg/families.ts"
import { trainingFigureSvg } from "./svg/training.ts"

/** The training curve as a table: steps count over all attempts, loss in nats per cell, accuracy a share of cells. */
const curveCsv = ({ attempts }: TrainingFigure): string =>
  ["attempt,step,loss,accuracy", ...attempts.flat().map((at) => [at.attempt, at.step, at.loss, at.accuracy].join())]
    .map((line) => `${line}\r\n`)
    .join("")

/** The figures that are kept with a run, by file name: the counters first. */
export const runFigures = (
  result: RunResult,
  events: ReadonlyArray<RunEvent>,
  families: ReadonlyArray<FamilyKind>
): ReadonlyArray<readonly [name: string, text: string]> => {
  const curve = trainingFigure(events)
  return [
    ["counters.svg", counterFigureSvg(counterFigure(result, families))],
    ["classes.svg", classFigureSvg(classFigure(result, families))],
    ...(result.family.scores.length > 1
      ? [["families.svg", familyFigureSvg(familyFigure(result, families))] as const]
      : []),
    ...(curve.attempts.length === 0
      ? []
      : ([
          ["training.csv", curveCsv(curve)],
          ["training.svg", trainingFigureSvg(curve)]
        ] as const))
  ]
}
