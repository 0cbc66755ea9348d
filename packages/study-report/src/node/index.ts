/// <reference types="node" />
/** Writes reports in Node: the only part of this package that touches files. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { svgToPng } from "@rulescope/charts/png"
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

/** Writes the files of a report below a folder, with a PNG beside every SVG that asks for one; those of an earlier one go. */
export const writeReport = async (folder: string, files: ReadonlyArray<ReportFile>): Promise<void> => {
  const old = await filesOf(folder)
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    const at = join(folder, path)
    await mkdir(dirname(at), { recursive: true })
    await writeFile(at, content)
    old.delete(path)
  }
  for (const { path, png, text } of files) {
    await write(path, text)
    if (png !== undefined) await write(png, await svgToPng(text))
  }
  for (const path of old) await rm(join(folder, path), { force: true })
}
