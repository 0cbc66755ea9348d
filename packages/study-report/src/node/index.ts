/// <reference types="node" />
/** Writes reports in Node: the only part of this package that touches files. */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises"
import { dirname, join, relative, sep } from "node:path"
import { svgToPng } from "@rulescope/charts/png"
import type { ReportFile } from "../index.ts"

/** Files that only an earlier report can have written: its pages, tables and figures. */
const ofReport = /^(report(\.zh-CN)?\.(html|md)|runs\/\d+(\.zh-CN)?\.html|figures\/.+\.(svg|png))$/

/** Writes the files of a report below a folder, with a PNG beside every SVG that asks for one; those of an earlier one go. */
export const writeReport = async (folder: string, files: ReadonlyArray<ReportFile>): Promise<void> => {
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    const at = join(folder, path)
    await mkdir(dirname(at), { recursive: true })
    await writeFile(at, content)
  }
  for (const { path, png, text } of files) {
    await write(path, text)
    if (png !== undefined) await write(png, await svgToPng(text))
  }
  const now = new Set(files.flatMap(({ path, png }) => (png === undefined ? [path] : [path, png])))
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/")
    if (entry.isFile() && ofReport.test(path) && !now.has(path)) await rm(join(folder, path))
  }
}
