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
import { RunResult, RunSpec } from "@rulescope/core"
import { Schema } from "effect"
import { zipSync } from "fflate"
import type { RunState } from "../run/runState.ts"
import { configValue } from "../state/draft.ts"
import type { FileStore } from "../state/files.ts"

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const encodeSpec = Schema.encodeUnknownSync(RunSpec)
const encodeResult = Schema.encodeUnknownSync(RunResult)

/** The spec file, as `rulescope run` reads it. */
export const specText = (spec: RunSpec): string => pretty(encodeSpec(spec))

/** The files of a finished run under the names that `rulescope run --out` gives them, and the recording if it is one. */
const filesOf = (result: RunResult, state: RunState, held: FileStore): ReadonlyMap<string, Uint8Array> => {
  const text = new TextEncoder()
  const texts: ReadonlyArray<readonly [string, string]> = [
    ["spec.json", specText(result.spec)],
    ["estimate.json", pretty(result.estimate)],
    ["verdict.json", pretty(result.verdicts)],
    ["evidence.json", pretty(result.evidence)],
    ["result.json", pretty(encodeResult(result))],
    ["counters.svg", counterFigureSvg(counterFigure(result))],
    ["classes.svg", classFigureSvg(classFigure(result))],
    ...(result.family.scores.length > 1 ? [["families.svg", familyFigureSvg(familyFigure(result))] as const] : []),
    ...(state.training.length === 0
      ? []
      : [["training.svg", trainingFigureSvg(trainingFigure(state.training))] as const])
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
export const runArchive = (result: RunResult, state: RunState, held: FileStore): Uint8Array =>
  zipSync(Object.fromEntries(filesOf(result, state, held)), { mtime: new Date(1980, 0, 1), level: 6 })

/** Gives the browser a file to keep. */
export const download = (name: string, content: string | Uint8Array, type: string): void => {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
