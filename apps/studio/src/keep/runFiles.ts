import {
  classFigure,
  classFigureSvg,
  counterFigure,
  counterFigureSvg,
  familyFigure,
  familyFigureSvg,
  trainingFigure,
  trainingFigureSvg
} from "@rulescope/charts"
import { RunEvent, RunResult, RunSpec } from "@rulescope/automata"
import { families } from "@rulescope/preset"
import { Schema } from "effect"
import { zipSync } from "fflate"
import { configValue } from "../state/draft.ts"
import type { FileStore } from "../state/files.ts"

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const encodeSpec = Schema.encodeUnknownSync(RunSpec)
const encodeResult = Schema.encodeUnknownSync(RunResult)

/** The spec file, as `rulescope run` reads it. */
export const specText = (spec: RunSpec): string => pretty(encodeSpec(spec))

const encodeEvent = Schema.encodeUnknownSync(RunEvent)

const lines = (events: ReadonlyArray<RunEvent>): string =>
  events.map((event) => `${JSON.stringify(encodeEvent(event))}\n`).join("")

/** The training curve as a table: steps count over all attempts, loss in nats per cell, accuracy a share of cells. */
const curveCsv = ({ attempts }: ReturnType<typeof trainingFigure>): string =>
  ["attempt,step,loss,accuracy", ...attempts.flat().map((at) => [at.attempt, at.step, at.loss, at.accuracy].join())]
    .map((line) => `${line}\r\n`)
    .join("")

/** The files of a finished run under the names that `rulescope run --out` gives them, and the recording if it is one. */
const filesOf = (
  result: RunResult,
  events: ReadonlyArray<RunEvent>,
  held: FileStore
): ReadonlyMap<string, Uint8Array> => {
  const text = new TextEncoder()
  const curve = trainingFigure(events)
  const texts: ReadonlyArray<readonly [string, string]> = [
    ["spec.json", specText(result.spec)],
    ["estimate.json", pretty(result.estimate)],
    ["verdict.json", pretty(result.verdicts)],
    ["evidence.json", pretty(result.evidence)],
    ["result.json", pretty(encodeResult(result))],
    ["counters.svg", counterFigureSvg(counterFigure(result, families))],
    ["classes.svg", classFigureSvg(classFigure(result, families))],
    ...(result.family.scores.length > 1
      ? [["families.svg", familyFigureSvg(familyFigure(result, families))] as const]
      : []),
    ...(events.length === 0 ? [] : [["events.jsonl", lines(events)] as const]),
    ...(curve.attempts.length === 0
      ? []
      : ([
          ["training.csv", curveCsv(curve)],
          ["training.svg", trainingFigureSvg(curve)]
        ] as const))
  ]
  const path = configValue(result.spec.generator, "path")
  const textPath = typeof path === "string" ? path : ""
  const recording = typeof path === "string" ? (held.get(path) ?? []) : []
  const inFolder = recording.length === 1 && recording[0]!.name === path ? "" : `${textPath}/`
  return new Map([
    ...texts.map(([name, content]) => [name, text.encode(content)] as const),
    ...recording.map(({ bytes, name }) => [`${inFolder}${name}`, bytes] as const)
  ])
}

/** A finished run as one archive. */
export const runArchive = (result: RunResult, events: ReadonlyArray<RunEvent>, held: FileStore): Uint8Array =>
  zipSync(Object.fromEntries(filesOf(result, events, held)), { mtime: new Date(1980, 0, 1), level: 6 })

/** Gives the browser a file to keep. */
export const download = (name: string, content: string | Uint8Array, type: string): void => {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
