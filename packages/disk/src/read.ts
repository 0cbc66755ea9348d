import { FileError, mebibytes } from "@rulescope/core"
import { Effect } from "effect"
import { readFile, stat } from "node:fs/promises"
import type { Stats } from "node:fs"
import { refusedBy } from "./refusedBy.ts"

/** Bytes that are read at once at most: Node's own limit for a file, 2 GiB. */
export const mostAtOnce = 2 ** 31 - 1

/** Refuses more bytes than may be read; `of` says whose they are. */
export const tooLarge = (path: string, of: string, bytes: number, most: number): FileError =>
  new FileError({
    path,
    reason: `${of} ${mebibytes(bytes)}, and at most ${mebibytes(most)} are read`,
    remedy: "give a part of it"
  })

/** What something is that is neither a file nor a folder; reading it might never end. */
const kindOf = (info: Stats): string => {
  if (info.isFIFO()) return "a pipe"
  if (info.isSocket()) return "a socket"
  return info.isDirectory() ? "a folder" : "a device"
}

/** What the system says of a path. */
export const statOf = (path: string): Effect.Effect<Stats, FileError> =>
  Effect.tryPromise({ try: () => stat(path), catch: (cause) => refusedBy(path, "read", cause) })

/** Refuses what is no regular file, and a file of more than `most` bytes. */
export const checkRegular = (path: string, info: Stats, most = mostAtOnce): Effect.Effect<void, FileError> => {
  if (!info.isFile()) {
    const remedy = info.isDirectory() ? "give a file" : "write what comes from it to a file, and give that"
    return Effect.fail(new FileError({ path, reason: `it is ${kindOf(info)}, and only files are read`, remedy }))
  }
  return info.size > most ? Effect.fail(tooLarge(path, "it has", info.size, most)) : Effect.void
}

/** The bytes of a regular file; what is none, and more than `most` bytes, is refused before it is opened. */
export const readRegular = (path: string, most = mostAtOnce): Effect.Effect<Uint8Array, FileError> =>
  Effect.gen(function* () {
    yield* checkRegular(path, yield* statOf(path), most)
    const bytes = yield* Effect.tryPromise({
      try: (signal) => readFile(path, { signal }),
      catch: (cause) => refusedBy(path, "read", cause)
    })
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  })
