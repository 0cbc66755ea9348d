/// <reference types="node" />
/** Writes reports in Node: the only part of this package that touches files. */
import { mkdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { svgToPng } from "@rulescope/charts/png"
import type { ReportFile } from "../index.ts"

/** Writes the files of a report below a folder, with a PNG beside every SVG that asks for one. */
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
}
