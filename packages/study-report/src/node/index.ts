/// <reference types="node" />
/** Writes reports in Node: the only part of this package that touches files. */
import { svgToPng } from "@rulescope/charts/png"
import type { FileError } from "@rulescope/core"
import { refusedBy, writeTogether } from "@rulescope/disk"
import { Effect } from "effect"
import { readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import type { ReportFile } from "../index.ts"

const pages = ["", ".zh-CN"].flatMap((language) => [`report${language}.html`, `report${language}.md`])

/** Figures and further pages, as the pages of a report name them. */
const parts = /figures\/[^"'()<>\s/]+\.(?:svg|png)|runs\/\d+(?:\.zh-CN)?\.html/g

/** The files of the report that lies in a folder: its pages and what they name, nothing that others put beside it. */
const filesOf = async (folder: string): Promise<Set<string>> => {
  const found = new Set<string>()
  for (const page of pages) {
    const text = await readFile(join(folder, page), "utf8").catch(() => null)
    if (text !== null) for (const path of [page, ...(text.match(parts) ?? [])]) found.add(path)
  }
  return found
}

/** A report's files with the PNGs that some of them ask for; pages last, for they name the others. */
const contentOf = async (
  files: ReadonlyArray<ReportFile>
): Promise<ReadonlyArray<readonly [string, string | Uint8Array]>> => {
  const pictures = await Promise.all(
    files.flatMap(({ png, text }) => (png === undefined ? [] : [svgToPng(text).then((bytes) => [png, bytes] as const)]))
  )
  const texts = files.map(({ path, text }) => [path, text] as const)
  const isPage = ([path]: readonly [string, unknown]) => pages.includes(path)
  return [...pictures, ...texts.filter((file) => !isPage(file)), ...texts.filter(isPage)]
}

/**
 * Writes the files of a report below a folder, with a PNG beside every SVG that asks for one; those of an earlier one
 * go. A report that cannot be written leaves the earlier one as it is.
 */
export const writeReport = Effect.fn("writeReport")(function* (
  folder: string,
  files: ReadonlyArray<ReportFile>
): Effect.fn.Return<void, FileError> {
  const old = yield* Effect.promise(() => filesOf(folder))
  const written = yield* Effect.promise(() => contentOf(files))
  yield* writeTogether(folder, written)
  for (const [path] of written) old.delete(path)
  for (const path of old) {
    const at = join(folder, path)
    yield* Effect.tryPromise({ try: () => rm(at, { force: true }), catch: (cause) => refusedBy(at, "write", cause) })
  }
})
