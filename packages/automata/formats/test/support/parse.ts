import type { Recording } from "@rulescope/lattice"
import { Effect } from "effect"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { type Options, parseRecordings } from "../../src/index.ts"

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

type Content = string | Uint8Array

const named = (files: Readonly<Record<string, Content>>) =>
  Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === "string" ? bytesOf(content) : content
  }))

/** All recordings of a folder of named contents. */
export const parseAll = (files: Readonly<Record<string, Content>>, path = "folder"): ReadonlyArray<Recording> =>
  Effect.runSync(parseRecordings(named(files), path))

/** The one recording of a folder or, with one entry, of a file, with what is said about it. */
export const parseOne = (files: Readonly<Record<string, Content>>, options: Options = {}): Recording => {
  const [only, ...others] = Effect.runSync(parseRecordings(named(files), "folder", options))
  if (only === undefined || others.length > 0) throw new Error(`${others.length + 1} recordings`)
  return only
}

/** The same, but only what every recording has. */
export const parse = (files: Readonly<Record<string, Content>>): Recording => {
  const { firstGeneration: _first, reading: _reading, ...recording } = parseOne(files)
  return recording
}

/** The sentence a user reads when the content cannot be read. */
export const refusal = (files: Readonly<Record<string, Content>>, path = "folder", options: Options = {}): string =>
  Effect.runSync(Effect.flip(parseRecordings(named(files), path, options))).message

/** Frames as rows of text, `?` = unobserved, for comparisons one can read. */
export const shown = ({ cells, frames, height, width }: Recording): ReadonlyArray<ReadonlyArray<string>> =>
  Array.from({ length: frames }, (_, t) =>
    Array.from({ length: height }, (_, y) =>
      Array.from(cells.subarray((t * height + y) * width, (t * height + y + 1) * width), (cell) =>
        cell === 255 ? "?" : `${cell}`
      ).join("")
    )
  )

/** Test data beside the repository, which not every checkout has. */
export const shared = join(dirname(fileURLToPath(import.meta.url)), "../../../../../../shared")

export const hasShared = existsSync(join(shared, "recordings")) && existsSync(join(shared, "golly-exports"))

export const sharedFile = (path: string): Uint8Array => new Uint8Array(readFileSync(join(shared, path)))

export const sharedFolder = (path: string): Record<string, Uint8Array> =>
  Object.fromEntries(readdirSync(join(shared, path)).map((name) => [name, sharedFile(join(path, name))]))
