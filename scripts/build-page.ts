/**
 * Builds a page of `apps/` into its folder `page`, unless it is built from the very sources that lie there.
 *
 *   npm run -s tool -- node scripts/build-page.ts studio
 */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root, workspaces } from "./workspaces.ts"

/** Folders in `apps/` that are pages. */
export const pages = (): ReadonlyArray<string> =>
  workspaces()
    .filter(({ folder }) => existsSync(join(root, folder, "index.html")))
    .map(({ folder }) => folder.slice("apps/".length))

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Everything that a page is made of: its own files, the sources of all packages, what is installed. */
const digestOf = (page: string): string => {
  const own = ["index.html", "vite.config.ts", "package.json"].map((name) => join(root, "apps", page, name))
  const shared = ["pnpm-lock.yaml", "scripts/page.ts"].map((name) => join(root, name))
  const packages = workspaces().filter(({ folder }) => folder.startsWith("packages/"))
  const sources = [`apps/${page}`, ...packages.map(({ folder }) => folder)].flatMap((folder) =>
    filesIn(`${folder}/src`)
  )
  const digest = createHash("sha256")
  for (const file of [...own, ...shared, ...sources].sort()) digest.update(file).update(readFileSync(file))
  return digest.digest("hex")
}

/** The folder of the built page. */
export const buildPage = (page: string): string => {
  const folder = join(root, "apps", page, "page")
  const stamp = join(folder, "sources.sha256")
  const digest = digestOf(page)
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return folder
  // Built aside and moved, so that whoever serves the old page never sees half of the new one.
  const aside = `${folder}-${process.pid}`
  const vite = join(root, "node_modules", "vite", "bin", "vite.js")
  // Whoever calls may be a test run, whose NODE_ENV would give React for development.
  const { status, stderr } = spawnSync(process.execPath, [vite, "build", "--outDir", aside, "--logLevel", "warn"], {
    cwd: join(root, "apps", page),
    env: { ...process.env, NODE_ENV: "production" },
    encoding: "utf8"
  })
  if (status !== 0) throw new Error(`${page} does not build:\n${stderr}`)
  writeFileSync(join(aside, "sources.sha256"), digest)
  rmSync(folder, { recursive: true, force: true })
  renameSync(aside, folder)
  return folder
}

if (process.argv[1] === import.meta.filename) {
  for (const page of process.argv.slice(2)) buildPage(page)
}
