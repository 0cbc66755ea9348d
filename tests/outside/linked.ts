import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { root } from "../../scripts/workspaces.ts"

const link = (folder: string, name: string, from: string): void => {
  const target = join(folder, "node_modules", name)
  mkdirSync(dirname(target), { recursive: true })
  symlinkSync(from, target)
}

/**
 * Makes a folder a project outside the workspace: `effect` and packages of ours, by their folders below `packages`, are
 * installed there from their sources, and a copy of a plugin package, whose sources stand in for what it builds.
 */
export const linkPackages = (folder: string, packages: ReadonlyArray<string>, plugin: string): void => {
  for (const one of packages) {
    const { name } = JSON.parse(readFileSync(join(root, "packages", one, "package.json"), "utf8")) as { name: string }
    link(folder, name, join(root, "packages", one))
  }
  link(folder, "effect", join(root, "node_modules", "effect"))
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }))
  const manifest = JSON.parse(readFileSync(join(root, plugin, "package.json"), "utf8")) as { name: string }
  cpSync(join(root, plugin, "src"), join(folder, "mine", "src"), { recursive: true })
  writeFileSync(
    join(folder, "mine", "package.json"),
    JSON.stringify({ ...manifest, exports: { ".": { import: "./src/index.ts" } } })
  )
  link(folder, manifest.name, join(folder, "mine"))
}
