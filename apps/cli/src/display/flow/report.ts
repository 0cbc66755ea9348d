import type { Check, RunResult, TermEstimate } from "@rulescope/flow"
import { tableLines } from "../Table.ts"
import { bold, dim, green, red, type TerminalOptions, yellow } from "../Terminal.ts"

/** What is told of a run; the verdict is null where none was asked for. */
type Told = Pick<RunResult, "estimate" | "library" | "recordings" | "truth"> & {
  readonly verdict: RunResult["verdict"] | null
}

const statusColours = { confirmed: green, refuted: red, inconclusive: yellow }

/** A value with its error, to the second digit of the error. */
const measured = (value: number, error: number | null): string => {
  if (error === null || !(error > 0)) return String(value)
  const digits = Math.max(0, Math.min(12, 1 - Math.floor(Math.log10(error))))
  return `${value.toFixed(digits)} ± ${error.toFixed(digits)}`
}

/** Terms worth a line: all but those that are absent. */
const termLines = (classes: ReadonlyArray<TermEstimate>, options: TerminalOptions): ReadonlyArray<string> => {
  const shown = classes.filter(({ state }) => state !== "absent").slice(0, 40)
  const rows = shown.map(({ alone, coordinate, error, present, recording, state, term, value }) => [
    `${coordinate}'`,
    recording === undefined ? term : `${term} of recording ${recording + 1}`,
    state === "known" ? measured(value, error) : alone === null ? "free" : measured(alone.value, alone.error),
    Number(present.toFixed(3)),
    state
  ])
  const absent = classes.filter(({ state }) => state === "absent").length
  return [
    ...(rows.length === 0 ? [] : tableLines(["equation", "term", "value", "P(present)", ""], rows, options)),
    ...(absent === 0 ? [] : [dim(`  ${absent} further terms are absent`, options)])
  ]
}

/** The law, or what is open of it. */
const lawLines = ({ estimate, truth, verdict }: Told, options: TerminalOptions): ReadonlyArray<string> => {
  const open = estimate.classes.filter(({ state }) => state === "undetermined")
  const found = estimate.law ?? `${open.length} of ${estimate.classes.length} terms undetermined`
  const status = verdict === null ? "" : `  ${statusColours[verdict.status](verdict.status, options)}`
  const reasons = [...new Set(open.map(({ because }) => because))]
  return [
    `  law       ${bold(found, options)}${status}`,
    ...reasons.slice(0, 3).map((because) => `  open      ${because}`),
    ...(truth === null ? [] : [`  truth     ${truth}`])
  ]
}

const noiseLines = ({ estimate: { laws, readingError }, recordings }: Told): ReadonlyArray<string> => {
  const { noise } = laws[0]!
  const names = recordings[0]!.coordinates.map(({ name }) => name)
  const strengths = names.map((name, k) => `${name} ${measured(noise.matrix[k]![k]!, noise.error[k]![k]!)}`)
  return [
    `  noise     ${strengths.join(", ")}`,
    ...(readingError.value > 0 ? [`  readings  off by ${measured(readingError.value, readingError.error)}`] : [])
  ]
}

const failedOf = (checks: ReadonlyArray<Check>): ReadonlyArray<string> => [
  ...new Set(checks.filter(({ passed }) => !passed).map(({ because }) => `  against   ${because}`))
]

const proofLines = ({ verdict }: Told): ReadonlyArray<string> => {
  if (verdict === null) return []
  const { because, checks, completeness, score } = verdict
  return [
    `  verdict   ${because}`,
    ...failedOf(checks).filter((line) => !line.endsWith(because)),
    ...(score === null
      ? []
      : [
          `  held out  log-density ${score.mean.toFixed(4)} a step; a true law has ${score.attainable.toFixed(4)} ± ${score.error.toFixed(4)}`
        ]),
    ...(completeness === null
      ? []
      : [
          `  network   ${completeness.value.toFixed(0)} ± ${completeness.error.toFixed(0)} nats beyond the law, held out`
        ])
  ]
}

/** What a run of a flow found, for a terminal: the terms, the law, the verdict. */
export const flowReport = (result: Told, options: TerminalOptions): string =>
  [
    "",
    ...termLines(result.estimate.classes, options),
    "",
    ...lawLines(result, options),
    ...noiseLines(result),
    ...proofLines(result),
    ""
  ].join("\n")
