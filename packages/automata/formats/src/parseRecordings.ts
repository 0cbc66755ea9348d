import type { Recording } from "@rulescope/lattice"
import { FileError, type NamedBytes } from "@rulescope/core"
import { Effect, Result } from "effect"
import { recognise } from "./detect.ts"
import { readSingle } from "./file.ts"
import { readFolder } from "./folder.ts"
import { type Read, unreadable } from "./unreadable.ts"

const lastPart = (path: string): string => path.split(/[/\\]/).findLast((part) => part !== "") ?? path

const read = (files: ReadonlyArray<NamedBytes>, path: string): Read<ReadonlyArray<Recording>> => {
  const [only, other] = files
  if (only === undefined) return unreadable("the folder is empty", "put the generations or recordings into it")
  if (other !== undefined) return readFolder(files, lastPart(path))
  return Result.flatMap(recognise(only), (content) => Result.map(readSingle(content, only.name), (one) => [one]))
}

/**
 * Recordings in a file, or in the files of a folder.
 *
 * `path` is for messages. Formats: npy, npz, RLE (generations one after another, or a folder with one a
 * file), `.cells`, text grids; each also packed as `.gz`. Usually one recording; several for a folder of
 * files that hold several frames each. A single frame is read too: it is for the pipeline to refuse.
 */
export const parseRecordings = (
  files: ReadonlyArray<NamedBytes>,
  path: string
): Effect.Effect<ReadonlyArray<Recording>, FileError> =>
  Effect.suspend(() => Effect.fromResult(read(files, path))).pipe(
    Effect.mapError(({ file, reason, remedy }) => {
      const at = file === undefined || lastPart(path) === file ? path : `${path.replace(/[/\\]$/, "")}/${file}`
      return new FileError({ path: at, reason, remedy })
    })
  )
