import { svgToPng } from "@rulescope/charts/png"
import { type AnySubject, type Event, type FileError, StageCache } from "@rulescope/core"
import { makeFolder, refusedBy, writeTogether, writeWhole } from "@rulescope/disk"
import { filesOfRun, jsonText, names, type RunContent } from "@rulescope/run-folder"
import { Effect, Option, Schema } from "effect"
import { appendFileSync, existsSync, readdirSync, readFileSync, truncateSync } from "node:fs"
import { join } from "node:path"
import { BadInput } from "./Exit.ts"
import { shownOf } from "./subjects/index.ts"

/** A folder that keeps one run. */
interface RunFolder {
  readonly note: (event: Event) => Effect.Effect<void, FileError>
  readonly finish: (
    result: unknown,
    seconds: Readonly<Record<string, number>>
  ) => Effect.Effect<void, FileError, StageCache.StageCache>
}

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
export const openFolder = Effect.fn("Keep.openFolder")(function* (path: string, subject: AnySubject, spec: unknown) {
  const encode = (schema: AnySubject["spec"], value: unknown): unknown =>
    Schema.encodeUnknownSync(schema as never)(value)
  const text = jsonText(encode(subject.spec, spec))
  yield* checkFolder(path, text)
  yield* makeFolder(path)
  yield* writeWhole(join(path, names.spec), text)
  const log = makeLog(join(path, names.events))
  yield* writeWhole(join(path, names.events), "")
  const shown = shownOf(subject.id)
  const said: Array<Event> = []
  const folder: RunFolder = {
    note: (event) => {
      said.push(event)
      return log(JSON.stringify(encode(subject.event, event)))
    },
    finish: Effect.fn("Keep.finish")(function* (result, seconds) {
      const model = yield* Effect.orElseSucceed(StageCache.read(shown.modelKey(result)), () =>
        Option.none<Uint8Array>()
      )
      const figures = shown.figures(result, said)
      const [[name, svg]] = figures as [(typeof figures)[number]]
      const png = yield* Effect.promise(() => svgToPng(svg, { scale: 2 }))
      const files = filesOfRun({
        result: encode(subject.result, result) as RunContent["result"],
        events: undefined,
        seconds,
        model: Option.getOrUndefined(model),
        figures: [...figures, [name.replace(/svg$/, "png"), png]]
      })
      yield* writeTogether(
        path,
        files.filter(([name]) => name !== names.spec)
      )
    })
  }
  return folder
})
