import { StageCache } from "@rulescope/core"
import { writeTogether } from "@rulescope/disk"
import { Effect, Layer, Option } from "effect"
import { readdir, readFile, rm } from "node:fs/promises"
import { basename, dirname, join } from "node:path"

const nameOf = (key: string): string => join(key.slice(0, 2), key.slice(2))

/** Removes what killed writers of an entry left; one still at work has nothing to add to an entry that is there. */
const removeUnfinished = async (path: string): Promise<void> => {
  const begun = `${basename(path)}.`
  for (const name of await readdir(dirname(path)).catch(() => [])) {
    if (name.startsWith(begun)) await rm(join(dirname(path), name), { force: true }).catch(() => undefined)
  }
}

/**
 * Keeps stage results as files named by their keys. An entry appears under its name only when it is complete,
 * so a killed run leaves nothing half written under it, and what it left beside goes when the entry is written; a folder that cannot be written is as good as an empty one.
 */
export const layer = (folder: string): Layer.Layer<StageCache.StageCache> =>
  Layer.succeed(
    StageCache.StageCache,
    StageCache.StageCache.of({
      get: (key) =>
        Effect.option(Effect.tryPromise(() => readFile(join(folder, nameOf(key))))).pipe(
          Effect.map(Option.map((bytes) => new Uint8Array(bytes)))
        ),
      set: (key, bytes) =>
        writeTogether(folder, [[nameOf(key), bytes]]).pipe(
          Effect.andThen(Effect.promise(() => removeUnfinished(join(folder, nameOf(key))))),
          Effect.ignore
        )
    })
  )
