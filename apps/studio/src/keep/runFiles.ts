import { RunEvent, RunResult, RunSpec } from "@rulescope/automata"
import { runFigures } from "@rulescope/charts"
import { families } from "@rulescope/preset"
import { archiveOf, type Content, filesOfRun, jsonText } from "@rulescope/run-folder"
import { Schema } from "effect"
import { configValue } from "../state/draft.ts"
import type { FileStore } from "../state/files.ts"

const encodeSpec = Schema.encodeUnknownSync(RunSpec)
const encodeResult = Schema.encodeUnknownSync(RunResult)
const encodeEvent = Schema.encodeUnknownSync(RunEvent)

/** The spec file, as `rulescope run` reads it. */
export const specText = (spec: RunSpec): string => jsonText(encodeSpec(spec))

/** What stages took, by stage and in all. */
const secondsOf = (events: ReadonlyArray<RunEvent>): Readonly<Record<string, number>> => {
  const seconds: Record<string, number> = {}
  for (const event of events) {
    if (event._tag !== "StageFinished") continue
    seconds[event.stage] = (seconds[event.stage] ?? 0) + event.seconds
    seconds["total"] = (seconds["total"] ?? 0) + event.seconds
  }
  return seconds
}

/** The recording that a run read, if it read one here, in a folder of its name where it has several files. */
const recordingOf = (spec: RunSpec, held: FileStore): ReadonlyArray<readonly [name: string, content: Content]> => {
  const path = configValue(spec.generator, "path")
  if (typeof path !== "string") return []
  const files = held.get(path) ?? []
  const inFolder = files.length === 1 && files[0]!.name === path ? "" : `${path}/`
  return files.map(({ bytes, name }) => [`${inFolder}${name}`, bytes] as const)
}

/** What a run leaves behind beside its events. */
interface Left {
  readonly model: Uint8Array | null
  /** The counters as PNG. */
  readonly png: Uint8Array | null
}

/** A finished run as one archive: the files that `rulescope run --out` keeps, and the recording if it is one. */
export const runArchive = (
  result: RunResult,
  events: ReadonlyArray<RunEvent>,
  held: FileStore,
  { model, png }: Left
): Uint8Array =>
  archiveOf([
    ...filesOfRun({
      result: encodeResult(result),
      events: events.length === 0 ? undefined : events.map((event) => encodeEvent(event)),
      seconds: secondsOf(events),
      model: model ?? undefined,
      figures: [...runFigures(result, events, families), ...(png === null ? [] : [["counters.png", png] as const])]
    }),
    ...recordingOf(result.spec, held)
  ])

/** Gives the browser a file to keep. */
export const download = (name: string, content: string | Uint8Array, type: string): void => {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
