import type { Recording } from "@rulescope/lattice"
import { writeNpy, writeNpz, writeRle, writeText } from "@rulescope/formats"
import { type Content, writeWhole } from "@rulescope/disk"
import { Effect } from "effect"
import { existsSync } from "node:fs"
import { extname } from "node:path"
import { BadInput } from "../Exit.ts"

const writers: ReadonlyMap<string, (recording: Recording) => Uint8Array> = new Map([
  [".npz", writeNpz],
  [".npy", writeNpy],
  [".rle", writeRle],
  [".txt", writeText]
])

/** Writes a file; an existing one stays unless `force` is set. */
export const writeNewFile = Effect.fn("writeNewFile")(function* (path: string, contents: Content, force: boolean) {
  if (existsSync(path) && !force) {
    return yield* new BadInput({ reason: `${path} exists`, remedy: "choose another name, or add --force" })
  }
  yield* writeWhole(path, contents)
})

/** Writes a recording in the format that the file's ending names; an existing file stays unless `force` is set. */
export const writeRecording = Effect.fn("writeRecording")(function* (
  path: string,
  recording: Recording,
  force: boolean
) {
  const write = writers.get(extname(path).toLowerCase())
  if (write === undefined) {
    const known = [...writers.keys()].join(", ")
    return yield* new BadInput({ reason: `${path} has no ending that names a format`, remedy: `known: ${known}` })
  }
  yield* writeNewFile(path, write(recording), force)
})
