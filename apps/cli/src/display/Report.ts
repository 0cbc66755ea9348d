import { classFigure, counterFigure, terminalClassTable, terminalCounterFigure } from "@rulescope/charts"
import { families } from "@rulescope/preset"
import { type Judgement, judgementOf, type RunResult, type Verdict } from "@rulescope/automata"
import { openLines } from "./openLines.ts"
import { bold, green, red, type TerminalOptions, yellow } from "./Terminal.ts"

/** What is told of a run; a verdict is null where none was asked for. */
type Told = Pick<RunResult, "census" | "evidence" | "estimate" | "tested" | "truth"> & {
  readonly verdicts: { readonly training: Verdict | null; readonly heldOut: Verdict | null }
  readonly judgement: Judgement | null
}

const statusColours = { confirmed: green, refuted: red, inconclusive: yellow, unproved: yellow }

/** The rule, or the range that remains. */
const ruleLines = (result: Told, options: TerminalOptions): ReadonlyArray<string> => {
  const { estimate, judgement, truth } = result
  const status = judgement?.status
  const found = estimate.rule ?? `${estimate.range.min} … ${estimate.range.max}`
  return [
    `  rule      ${bold(found, options)}${status === undefined ? "" : `  ${statusColours[status](status, options)}`}`,
    ...openLines(estimate, options),
    ...(truth === null ? [] : [`  truth     ${truth}`])
  ]
}

/** The verdict with its reason, what would settle it, and where the answer goes beyond the law that was tested. */
const verdictLines = ({ estimate, judgement, tested }: Told, options: TerminalOptions): ReadonlyArray<string> => {
  if (judgement === null) return []
  const { because, beyond, rival, settle, status } = judgement
  const law = tested === undefined ? "" : (tested.rule ?? `${tested.range.min} … ${tested.range.max}`)
  const answer = estimate.rule ?? `${estimate.range.min} … ${estimate.range.max}`
  const more = beyond.added.length === 0 ? "" : `; ${beyond.added.join(" ")} from the held-out frames alone`
  return [
    `  verdict   ${statusColours[status](status, options)}: ${because}`,
    ...(rival === null || rival.says === because ? [] : [`  hint      ${rival.says}`]),
    ...(settle === null ? [] : [`  to settle ${settle}`]),
    ...(law === "" || law === answer ? [] : [`  tested    ${law}${more}`])
  ]
}

const share = (rate: number): string => `${(100 * rate).toFixed(2)} %`

/** What else was found: noise, generations left out, and other rules that the frames do not tell from this one. */
const circumstanceLines = ({ estimate: { equivalent, noise, stride } }: Told): ReadonlyArray<string> => [
  ...(noise.observation > 0 || noise.dynamic > 0
    ? [
        `  noise     ${share(noise.observation)} of the cells recorded wrong, ${share(noise.dynamic)} of the transitions misfire`
      ]
    : []),
  ...(stride === 1 ? [] : [`  stride    ${stride} generations from one frame to the next`]),
  ...equivalent.map(({ rule, when }) => `  equal     ${rule} when ${when}`)
]

const replayLine = ({ verdicts }: Told): ReadonlyArray<string> => {
  const replay = verdicts.heldOut?.replay ?? null
  if (replay === null) return []
  return [
    replay.denoised
      ? `  replay    from frame ${replay.from}, freed of noise: ${replay.exact} of ${replay.recorded} frames within the noise (${replay.ended === "contradiction" ? "then it diverges" : replay.ended})`
      : `  replay    from frame ${replay.from} alone: ${replay.exact} of ${replay.recorded} generations exact (${replay.ended})`
  ]
}

/** What a run found, for a terminal: the counters, the rule, the verdicts. */
export const reportText = (result: Told, options: TerminalOptions): string => {
  const figure = terminalCounterFigure(counterFigure(result, families), options)
  const table =
    result.estimate.classes.length > 18 ? ["", terminalClassTable(classFigure(result, families), options)] : []
  const { heldOut, training } = result.verdicts
  return [
    "",
    figure,
    ...table,
    "",
    ...ruleLines(result, options),
    ...circumstanceLines(result),
    ...verdictLines(result, options),
    ...(training === null ? [] : [`  training  ${training.because}`]),
    ...(heldOut === null ? [] : [`  held out  ${heldOut.because}`]),
    ...replayLine(result),
    ""
  ].join("\n")
}

/** What a run found, with its one verdict. */
export const resultText = (result: RunResult, options: TerminalOptions): string =>
  reportText({ ...result, judgement: judgementOf(result) }, options)
