import { type FileError, Files, type NamedBytes } from "@rulescope/core"
import { refusedBy } from "@rulescope/disk"
import { Effect, Layer } from "effect"
import { readdir, readFile, stat } from "node:fs/promises"
import { basename, join, resolve } from "node:path"

const attempt = <A>(path: string, work: () => Promise<A>): Effect.Effect<A, FileError> =>
  Effect.tryPromise({ try: work, catch: (cause) => refusedBy(path, "read", cause) })

const inNumericOrder = new Intl.Collator("en", { numeric: true }).compare

/** Recordings from the disk; relative paths are meant from `root`. */
export const layerIn = (root: string): Layer.Layer<Files> =>
  Layer.succeed(
    Files,
    Files.of({
      read: Effect.fn("DiskFiles.read")(function* (given) {
        const path = resolve(root, given)
        const info = yield* attempt(path, () => stat(path))
        const paths = info.isDirectory()
          ? (yield* attempt(path, () => readdir(path, { withFileTypes: true })))
              .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
              .map((entry) => entry.name)
              .sort(inNumericOrder)
              .map((name) => join(path, name))
          : [path]
        return yield* Effect.forEach(paths, (file) =>
          Effect.map(
            attempt(file, () => readFile(file)),
            (bytes): NamedBytes => ({ name: basename(file), bytes: new Uint8Array(bytes) })
          )
        )
      })
    })
  )

/** Recordings from the disk; relative paths are meant from the working directory. */
export const layer = layerIn(".")
