// Writes the references of every tsconfig.json from the workspace dependencies, so that `tsc -b` builds in their order.
//
//   node scripts/sync-references.mjs            writes what differs
//   node scripts/sync-references.mjs --check    names what differs, exit code 1
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join, posix } from "node:path"
import { fileURLToPath } from "node:url"
import { root, workspaces } from "./workspaces.mjs"

/** Path of each tsconfig.json, from the root, to the paths that it has to refer to. */
export const wantedReferences = () => {
  const built = workspaces().filter(({ folder }) => existsSync(join(root, folder, "tsconfig.json")))
  const folders = new Map(built.map(({ folder, manifest }) => [manifest.name, folder]))
  const wanted = new Map([["tsconfig.json", built.map(({ folder }) => folder)]])
  for (const { folder, manifest } of built) {
    const needed = Object.keys(manifest.dependencies ?? {}).filter((name) => folders.has(name))
    wanted.set(`${folder}/tsconfig.json`, needed.map((name) => posix.relative(folder, folders.get(name))).sort())
  }
  return wanted
}

const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"))
const stated = (config) => (config.references ?? []).map(({ path }) => path)

/** Paths of the tsconfig.json files whose references are not the workspace dependencies. */
export const outOfSync = () =>
  [...wantedReferences()]
    .filter(([path, wanted]) => {
      const present = existsSync(join(root, path)) ? stated(read(path)) : []
      return present.length !== wanted.length || wanted.some((reference) => !present.includes(reference))
    })
    .map(([path]) => path)

const write = (path) => {
  const config = existsSync(join(root, path)) ? read(path) : { files: [] }
  const references = wantedReferences().get(path)
  const lines = references.map((reference) => `    { "path": ${JSON.stringify(reference)} }`)
  const text = JSON.stringify({ ...config, references: [] }, null, 2)
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`
  writeFileSync(join(root, path), `${text.replace(/"references": \[\]/, `"references": ${list}`)}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stale = outOfSync()
  const check = process.argv.includes("--check")
  for (const path of stale) {
    if (!check) write(path)
    console.log(`${path}: references ${check ? "differ from" : "written from"} the workspace dependencies`)
  }
  if (check && stale.length > 0) process.exit(1)
}
