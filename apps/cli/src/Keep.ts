import { counterFigure, counterFigureSvg } from "@rulescope/charts"
import { svgToPng } from "@rulescope/charts/png"
import { RunEvent, RunResult, RunSpec } from "@rulescope/automata"
import { type FileError, StageCache } from "@rulescope/core"
import { makeFolder, refusedBy, writeTogether, writeWhole } from "@rulescope/disk"
import { Effect, Option, Schema } from "effect"
import { appendFileSync, existsSync, readdirSync, readFileSync, truncateSync } from "node:fs"
import { join } from "node:path"
import { BadInput } from "./Exit.ts"

/** A folder that keeps one run. */
interface RunFolder {
  readonly path: string
  readonly note: (event: RunEvent) => Effect.Effect<void, FileError>
  readonly finish: (
    result: RunResult,
    seconds: Readonly<Record<string, number>>
  ) => Effect.Effect<void, FileError, StageCache.StageCache>
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const encodeSpec = Schema.encodeUnknownSync(RunSpec)
const encodeEvent = Schema.encodeUnknownSync(RunEvent)
const encodeResult = Schema.encodeUnknownSync(RunResult)

const attempt = <A>(path: string, doing: "read" | "write", work: () => A): Effect.Effect<A, FileError> =>
  Effect.try({ try: work, catch: (cause) => refusedBy(path, doing, cause) })

/** Refuses a folder that holds anything but a run of this spec. */
const checkFolder = Effect.fn("Keep.checkFolder")(function* (path: string, spec: string) {
  if (!existsSync(path) || (yield* attempt(path, "write", () => readdirSync(path))).length === 0) return
  const specFile = join(path, "spec.json")
  if (!existsSync(specFile)) {
    return yield* new BadInput({ reason: `${path} is not empty and holds no run`, remedy: "choose another --out" })
  }
  if ((yield* attempt(specFile, "read", () => readFileSync(specFile, "utf8"))) !== spec) {
    return yield* new BadInput({
      reason: `${path} holds a run of another spec`,
      remedy: "choose another --out, nothing was changed"
    })
  }
})

/** Appends lines to a file; one that the disk does not take is taken back, so that all that is there is whole. */
const makeLog = (path: string) => {
  let length = 0
  return (line: string): Effect.Effect<void, FileError> =>
    attempt(path, "write", () => {
      try {
        appendFileSync(path, `${line}\n`)
        length += Buffer.byteLength(line) + 1
      } catch (cause) {
        truncateSync(path, length)
        throw cause
      }
    })
}

/** Opens a folder for a run. A folder that holds anything but the same run is left alone. */
export const openFolder = Effect.fn("Keep.openFolder")(function* (path: string, spec: RunSpec) {
  const text = pretty(encodeSpec(spec))
  yield* checkFolder(path, text)
  yield* makeFolder(path)
  yield* writeWhole(join(path, "spec.json"), text)
  const events = join(path, "events.jsonl")
  yield* writeWhole(events, "")
  const log = makeLog(events)
  const folder: RunFolder = {
    path,
    note: (event) => log(JSON.stringify(encodeEvent(event))),
    finish: Effect.fn("Keep.finish")(function* (result, seconds) {
      const model = yield* (yield* StageCache.StageCache).get(result.model.key)
      const svg = counterFigureSvg(counterFigure(result))
      const png = yield* Effect.promise(() => svgToPng(svg, { scale: 2 }))
      // The result comes last: where it is, all else is.
      yield* writeTogether(path, [
        ...Option.toArray(model).map((bytes) => ["model.safetensors", bytes] as const),
        ["counters.svg", svg],
        ["counters.png", png],
        ["seconds.json", pretty(seconds)],
        ["evidence.json", pretty(result.evidence)],
        ["estimate.json", pretty(result.estimate)],
        ["verdict.json", pretty(result.verdicts)],
        ["result.json", pretty(encodeResult(result))]
      ])
    })
  }
  return folder
})
