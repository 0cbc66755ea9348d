/**
 * Builds and packs every package that is published, as a registry would get them.
 *
 *   npm run -s tool -- node scripts/pack.ts <folder>
 */
import { spawnSync } from "node:child_process"
import { delimiter, join, resolve } from "node:path"
import { root, type Workspace, workspaces } from "./workspaces.ts"

/** Every package that is published. */
export const published = (): ReadonlyArray<Workspace> =>
  workspaces().filter(({ manifest }) => manifest.private !== true)

const programs = [join(root, ".tools", "node_modules", ".bin"), join(root, "node_modules", ".bin"), process.env["PATH"]]

/** Runs a program of the workspace; what it says when it fails is the error. */
const runTool = (program: string, args: ReadonlyArray<string>): void => {
  const { error, status, stderr, stdout } = spawnSync(program, args, {
    cwd: root,
    // Whoever calls may be a test run, whose NODE_ENV would give React for development.
    env: { ...process.env, NODE_ENV: "production", PATH: programs.join(delimiter), TURBO_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
    shell: process.platform === "win32"
  })
  if (status !== 0) throw new Error(`${program} ${args[0]} failed: ${error?.message ?? `${stdout}\n${stderr}`}`)
}

/** The tarballs by the names of their packages, in a folder. */
export const packInto = (folder: string): ReadonlyMap<string, string> => {
  const all = published()
  const filters = all.flatMap(({ folder }) => ["--filter", `./${folder}`])
  runTool("turbo", ["run", "build", "--output-logs=errors-only", ...filters])
  runTool("pnpm", ["-r", ...filters, "pack", "--pack-destination", folder])
  return new Map(
    all.map(({ manifest: { name, version } }) => [
      name,
      join(folder, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`)
    ])
  )
}

/** Names of the packages that some stand on, themselves included. */
export const neededBy = (...names: ReadonlyArray<string>): ReadonlySet<string> => {
  const manifests = new Map(published().map(({ manifest }) => [manifest.name, manifest]))
  const needed = new Set<string>()
  const add = (name: string): void => {
    const manifest = manifests.get(name)
    if (manifest === undefined || needed.has(name)) return
    needed.add(name)
    // A page brings nothing of what it is made of.
    if (manifest.exports?.["."] === "./package.json") return
    for (const other of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) add(other)
  }
  for (const name of names) add(name)
  return needed
}

if (process.argv[1] === import.meta.filename) {
  const [folder = "packed"] = process.argv.slice(2)
  const tarballs = packInto(resolve(folder))
  console.log(`${tarballs.size} packages in ${resolve(folder)}`)
}
