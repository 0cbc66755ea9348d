import { classFigure, counterFigure, terminalClassTable, terminalCounterFigure } from "@rulescope/charts"
import type { RunResult } from "@rulescope/core"
import { bold, dim, green, red, type TerminalOptions, yellow } from "./Terminal.ts"

const statusColours = { confirmed: green, refuted: red, inconclusive: yellow }

/** The rule, or the range that remains. */
const ruleLines = ({ estimate, truth, verdicts }: RunResult, options: TerminalOptions): ReadonlyArray<string> => {
  const open = estimate.classes.filter((c) => c.label === null)
  const { status } = verdicts.heldOut
  const verdict = statusColours[status](status, options)
  const found = estimate.rule ?? `${estimate.range.min} … ${estimate.range.max}`
  const names =
    open.length <= 24 ? open.map((c) => c.class).join(" ") : `${open.length} of ${estimate.classes.length} classes`
  return [
    `  rule      ${bold(found, options)}  ${verdict}`,
    ...(open.length === 0
      ? []
      : [`  open      ${names} (${dim("no evidence", options)}; 2^${open.length} rules remain)`]),
    ...(truth === null ? [] : [`  truth     ${truth}`])
  ]
}

const replayLine = ({ verdicts }: RunResult): ReadonlyArray<string> => {
  const { replay } = verdicts.heldOut
  if (replay === null) return []
  return [
    `  replay    from frame ${replay.from} alone: ${replay.exact} of ${replay.recorded} generations exact (${replay.ended})`
  ]
}

/** What a run found, for a terminal: the counters, the rule, the verdicts. */
export const reportText = (result: RunResult, options: TerminalOptions): string => {
  const figure = terminalCounterFigure(counterFigure(result), options)
  const table = result.estimate.classes.length > 18 ? ["", terminalClassTable(classFigure(result), options)] : []
  const { heldOut, training } = result.verdicts
  return [
    "",
    figure,
    ...table,
    "",
    ...ruleLines(result, options),
    `  training  ${training.because}`,
    `  held out  ${heldOut.because}`,
    ...replayLine(result),
    ""
  ].join("\n")
}
