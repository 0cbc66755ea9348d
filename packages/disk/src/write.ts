import type { FileError } from "@rulescope/core"
import { Effect } from "effect"
import { mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { threadId } from "node:worker_threads"
import { refusedBy } from "./refusedBy.ts"

export type Content = string | Uint8Array

const attempt = <A>(path: string, work: (signal: AbortSignal) => Promise<A>): Effect.Effect<A, FileError> =>
  Effect.tryPromise({ try: work, catch: (cause) => refusedBy(path, "write", cause) })

/** Makes a folder and those that it lies in; one that is there stays as it is. */
export const makeFolder = (path: string): Effect.Effect<void, FileError> =>
  Effect.asVoid(attempt(path, () => mkdir(path, { recursive: true })))

/** Ending of a file that is being written, until it gets its name. */
export const unfinished = ".part"

let count = 0

/** A name beside a file that no other writer of it has. */
const beside = (path: string): string => `${path}.${process.pid}-${threadId}-${count++}${unfinished}`

/** The file that a name stands for at the end of its symbolic links, and whether that is a pipe or a device. */
const targetOf = async (path: string): Promise<{ readonly path: string; readonly isStream: boolean }> => {
  const target = await realpath(path).catch(() => path)
  const found = await stat(target).catch(() => null)
  if (found?.isDirectory() === true) throw Object.assign(new Error(path), { code: "EISDIR" })
  return { path: target, isStream: found !== null && !found.isFile() }
}

/** A file that is complete beside its place when `ended` is. */
interface Begun {
  readonly at: string
  readonly as: string
  readonly ended: Promise<void>
}

/** Writes a file beside its place. What goes to a pipe or a device has no other place, and is written at once. */
const begin = async (path: string, content: Content, signal: AbortSignal, begun: Array<Begun>): Promise<void> => {
  const target = await targetOf(path)
  if (target.isStream) return writeFile(target.path, content, { signal })
  const at = beside(target.path)
  const ended = writeFile(at, content, { signal })
  begun.push({ at, as: target.path, ended })
  await ended
}

const finish = ({ as, at }: Begun): Effect.Effect<void, FileError> => attempt(as, () => rename(at, as))

/** An interrupted writer may be about to make its file still. */
const remove = ({ at, ended }: Begun): Effect.Effect<void> =>
  Effect.promise(() =>
    ended
      .catch(() => undefined)
      .then(() => rm(at, { force: true }))
      .catch(() => undefined)
  )

/** Gives names to what was begun when all of it is complete; whatever comes between leaves none of it. */
const whole = (write: (begun: Array<Begun>) => Effect.Effect<void, FileError>): Effect.Effect<void, FileError> =>
  Effect.suspend(() => {
    const begun: Array<Begun> = []
    return write(begun).pipe(
      Effect.andThen(Effect.uninterruptible(Effect.suspend(() => Effect.forEach(begun, finish, { discard: true })))),
      Effect.onError(() => Effect.forEach(begun, remove, { discard: true }))
    )
  })

/** Writes a file, which gets its name when it is complete; its folder has to be there. */
export const writeWhole = (path: string, content: Content): Effect.Effect<void, FileError> =>
  whole((begun) => attempt(path, (signal) => begin(path, content, signal, begun)))

/**
 * Writes files below a folder, which is made: all of them are complete before the first gets its name, and they get
 * their names in the order given. Whatever ends it earlier leaves nothing under any of them but what was there.
 */
export const writeTogether = (
  folder: string,
  files: ReadonlyArray<readonly [path: string, content: Content]>
): Effect.Effect<void, FileError> =>
  whole((begun) =>
    Effect.forEach(
      files,
      ([name, content]) => {
        const path = join(folder, name)
        return Effect.andThen(
          makeFolder(dirname(path)),
          attempt(path, (signal) => begin(path, content, signal, begun))
        )
      },
      { discard: true }
    )
  )
