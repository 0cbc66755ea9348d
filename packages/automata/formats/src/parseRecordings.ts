import { defaultMemory, inFile, makeBudget, type Read, unreadable } from "@rulescope/arrays"
import type { Recording } from "@rulescope/lattice"
import { FileError, type NamedBytes } from "@rulescope/core"
import { Effect, Result } from "effect"
import { evolutionsOf, evolutionsOfFolder, meantAmong, type Member } from "./folder.ts"
import type { Content, Format } from "./format.ts"
import { formats as known } from "./formats.ts"
import { looksLikeRecording, open, type Opening, readable, type Recognised } from "./open.ts"
import { recordingsOfSheets } from "./recordings.ts"
import type { Settings } from "./settings.ts"

const lastPart = (path: string): string => path.split(/[/\\]/).findLast((part) => part !== "") ?? path

const listed = (names: ReadonlyArray<string>): string =>
  names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`

/** All files with their formats; of a folder those that are meant as recordings. */
const openAll = (files: ReadonlyArray<NamedBytes>, opening: Opening): Read<ReadonlyArray<Recognised>> =>
  Result.gen(function* () {
    const [only] = files
    if (only === undefined) return yield* unreadable("the folder is empty", "put the generations or recordings into it")
    if (files.length === 1) return yield* open(only, opening)
    const meant = files.filter(({ name }) => looksLikeRecording(name, opening.formats))
    if (meant.length === 0) {
      const names = listed(files.map(({ name }) => name))
      return yield* unreadable(`no recording among ${names}`, `${readable(opening.formats)} can be read`)
    }
    const opened: Array<Recognised> = []
    for (const file of meant) opened.push(...(yield* inFile(file.name)(open(file, opening))))
    return opened
  })

const contentOf = (file: Recognised): Effect.Effect<Read<Content>> => {
  const content = file.format.read(file)
  return content instanceof Promise ? Effect.promise(() => content) : Effect.succeed(content)
}

const read = Effect.fnUntraced(function* (files: ReadonlyArray<NamedBytes>, path: string, opening: Opening) {
  const opened = meantAmong(yield* Effect.fromResult(openAll(files, opening)))
  const members: Array<Member> = []
  for (const file of opened) {
    const content = yield* contentOf(file)
    members.push({ file, content: yield* Effect.fromResult(opened.length > 1 ? inFile(file.name)(content) : content) })
  }
  const sheets = members.length === 1 ? evolutionsOf(members[0]!) : evolutionsOfFolder(members, lastPart(path))
  return yield* Effect.fromResult(Result.flatMap(sheets, (all) => recordingsOfSheets(all, opening.settings)))
})

/** What can be changed about reading. */
export interface Options extends Settings {
  /** The formats to be told apart, in this order; all of this package. */
  readonly formats?: ReadonlyArray<Format>
}

/**
 * Recordings in a file, or in the files of a folder.
 *
 * `path` is for messages. The formats are those of a registry, each also packed as `.gz` or in a `.zip`. Usually
 * one recording; several for a folder of files that hold several frames each, for arrays with an axis for
 * recordings, and where generations are missing. A single frame is read too: it is for the pipeline to refuse.
 */
export const parseRecordings = (
  files: ReadonlyArray<NamedBytes>,
  path: string,
  { formats = known, ...settings }: Options = {}
): Effect.Effect<ReadonlyArray<Recording>, FileError> =>
  Effect.suspend(() => {
    const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
    const budget = makeBudget(settings.memory ?? defaultMemory, size)
    return read(files, path, { formats, budget, settings })
  }).pipe(
    Effect.mapError(({ file, reason, remedy }) => {
      const at = file === undefined || lastPart(path) === file ? path : `${path.replace(/[/\\]$/, "")}/${file}`
      return new FileError({ path: at, reason, remedy })
    })
  )
