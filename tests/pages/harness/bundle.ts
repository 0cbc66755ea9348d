import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { root } from "../../../scripts/workspaces.ts"

const folderOf = (page: string): string => join(root, "apps", page, "page")

export const assetsOf = (page: string): string => join(folderOf(page), "assets")

/** A file of a built page. */
export const read = (page: string, file: string): string => readFileSync(join(folderOf(page), file), "utf8")

/** What a page loads before anything is done on it: the scripts and styles that its HTML names. */
export const firstPaint = (page: string): ReadonlyArray<string> =>
  [...read(page, "index.html").matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]!)

/** Kilobytes of files, compressed as web servers do. */
export const weight = (page: string, files: ReadonlyArray<string>): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folderOf(page), file)), { level: 9 }).length, 0) / 1000
