import type { RunEvent, RunResult } from "@rulescope/flow"
import { innovationFigureSvg } from "./innovationSvg.ts"
import { termFigure } from "./termFigure.ts"
import { termFigureSvg } from "./termSvg.ts"
import { velocityFigure } from "./velocityFigure.ts"
import { velocityFigureSvg } from "./velocitySvg.ts"

/** The training curve as a table: loss in nats an increment. */
const curveCsv = (events: ReadonlyArray<RunEvent>): string | null => {
  const lines = events.flatMap((event) =>
    event._tag === "TrainingProgressed" ? [`${event.step},${event.loss}\r\n`] : []
  )
  return lines.length === 0 ? null : ["step,loss\r\n", ...lines].join("")
}

/** The figures that are kept with a run of a flow, by file name: the velocities first. */
export const flowFigures = (
  result: RunResult,
  events: ReadonlyArray<RunEvent>
): ReadonlyArray<readonly [name: string, text: string]> => {
  const curve = curveCsv(events)
  return [
    ["velocity.svg", velocityFigureSvg(velocityFigure(result))],
    ["terms.svg", termFigureSvg(termFigure(result))],
    ["innovations.svg", innovationFigureSvg(result.verdict)],
    ...(curve === null ? [] : [["training.csv", curve] as const])
  ]
}
