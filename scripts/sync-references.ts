/**
 * Writes the references of every tsconfig.json from the workspace dependencies, so that `tsc -b` builds in their order.
 *
 *   npm run -s tool -- node scripts/sync-references.ts
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join, posix } from "node:path"
import { format, root, workspaces } from "./workspaces.ts"

interface TsConfig {
  readonly references?: ReadonlyArray<{ readonly path: string }>
}

/** The path of each tsconfig.json, and the paths that it has to refer to. */
export const wantedReferences = (): ReadonlyMap<string, ReadonlyArray<string>> => {
  const built = workspaces().filter(({ folder }) => existsSync(join(root, folder, "tsconfig.json")))
  const folders = new Map(built.map(({ folder, manifest }) => [manifest.name, folder]))
  const wanted = new Map([["tsconfig.json", built.map(({ folder }) => folder)]])
  for (const { folder, manifest } of built) {
    const needed = Object.keys(manifest.dependencies ?? {}).flatMap((name) => folders.get(name) ?? [])
    wanted.set(`${folder}/tsconfig.json`, needed.map((other) => posix.relative(folder, other)).sort())
  }
  return wanted
}

export const read = (path: string): TsConfig =>
  existsSync(join(root, path)) ? (JSON.parse(readFileSync(join(root, path), "utf8")) as TsConfig) : {}

/** Paths of the tsconfig.json files, as read, whose references are not their workspace dependencies. */
export const outOfSync = (readConfig = read): ReadonlyArray<string> =>
  [...wantedReferences()]
    .filter(([path, wanted]) => {
      const stated = (readConfig(path).references ?? []).map((reference) => reference.path)
      return stated.length !== wanted.length || wanted.some((reference) => !stated.includes(reference))
    })
    .map(([path]) => path)

if (process.argv[1] === import.meta.filename) {
  const stale = outOfSync()
  const wanted = wantedReferences()
  for (const path of stale) {
    const references = wanted.get(path)!.map((reference) => ({ path: reference }))
    const text = JSON.stringify({ ...read(path), references }, null, 2)
    writeFileSync(join(root, path), `${text.replaceAll(/\{\s*("path": "[^"]+")\s*\}/g, "{ $1 }")}\n`)
    console.log(`${path}: references written`)
  }
  format(stale)
}
