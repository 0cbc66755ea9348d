// What the workspace consists of, read from the disk: for the scripts and for the tests that guard its structure.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = join(dirname(fileURLToPath(import.meta.url)), "..")

/** The stages; a package called `<stage>-<id>` is a plugin of that stage. */
export const stages = ["generator", "augmenter", "backbone", "inferrer", "verifier"]

/**
 * Every workspace package: its folder from the root, and its package.json.
 *
 * @returns {Array<{ folder: string, manifest: any }>} ordered by folder
 */
export const workspaces = () =>
  ["packages", "apps"]
    .flatMap((parent) =>
      existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((name) => `${parent}/${name}`) : []
    )
    .concat(["tests", "bench"])
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .sort()
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) }))

/** Stage and id of a plugin package's folder name; undefined for other packages. */
export const pluginOf = (folder) => {
  const name = folder.split("/").at(-1)
  const stage = stages.find((candidate) => name.startsWith(`${candidate}-`))
  return stage === undefined ? undefined : { stage, id: name.slice(stage.length + 1) }
}
