import { existsSync, readFileSync, statSync } from "node:fs"
import { findPackageJSON } from "node:module"
import { dirname, isAbsolute, join, resolve } from "node:path"
import { pathToFileURL } from "node:url"

/** A plugin package as it lies on the disk. */
export interface Found {
  /** The file to import. */
  readonly url: string
  /** What names it from any folder: the package that is installed, or the whole path. */
  readonly place: string
  /** Name and version, such as "rulescope-inferrer-mine 1.2.0"; of a file without a package its path. */
  readonly origin: string
}

/** Whether a plugin is named by its path; every other name is one of a package. */
export const isPath = (name: string): boolean => name.startsWith(".") || isAbsolute(name)

interface Manifest {
  readonly name?: string
  readonly version?: string
  readonly main?: string
  readonly exports?: unknown
}

const conditions = new Set(["node", "import", "module-sync", "default"])

/** What an entry of `exports` names for an import in Node. */
const targetOf = (entry: unknown): string | undefined => {
  if (typeof entry === "string") return entry
  if (typeof entry !== "object" || entry === null) return undefined
  const inner = Array.isArray(entry)
    ? entry
    : Object.entries(entry).flatMap(([key, at]) => (conditions.has(key) ? [at] : []))
  for (const one of inner) {
    const target = targetOf(one)
    if (target !== undefined) return target
  }
  return undefined
}

const inPackage = (manifestPath: string): Omit<Found, "place"> => {
  const { exports, main, name, version } = JSON.parse(readFileSync(manifestPath, "utf8")) as Manifest
  const whole = typeof exports === "object" && exports !== null && "." in exports ? exports["."] : exports
  const file = resolve(dirname(manifestPath), targetOf(whole) ?? main ?? "index.js")
  return { url: pathToFileURL(file).href, origin: `${name ?? dirname(manifestPath)} ${version ?? ""}`.trim() }
}

const atPath = (path: string): Found | undefined => {
  if (!existsSync(path)) return undefined
  if (statSync(path).isFile()) return { url: pathToFileURL(path).href, origin: path, place: path }
  const manifest = join(path, "package.json")
  return existsSync(manifest) ? { ...inPackage(manifest), place: path } : undefined
}

const installed = (name: string, folder: string): Found | undefined => {
  try {
    const manifest = findPackageJSON(name, pathToFileURL(join(folder, "package.json")))
    return manifest === undefined ? undefined : { ...inPackage(manifest), place: name }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") return undefined
    throw cause
  }
}

/** The plugin of a name or a path, looked for from these folders, the first first. */
export const findPlugin = (name: string, folders: ReadonlyArray<string>): Found | undefined => {
  for (const folder of folders) {
    const found = isPath(name) ? atPath(resolve(folder, name)) : installed(name, folder)
    if (found !== undefined) return found
  }
  return undefined
}
