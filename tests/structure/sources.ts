import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type Manifest, root, workspaces } from "../../scripts/workspaces.ts"

/** One source or test file, and what it imports. */
export interface Source {
  /** From the package's folder: `src/index.ts`. */
  readonly path: string
  readonly specifiers: ReadonlyArray<string>
  readonly text: string
}

export interface Package {
  /** From the root: `packages/core`. */
  readonly folder: string
  readonly manifest: Manifest
  readonly sources: ReadonlyArray<Source>
  readonly tests: ReadonlyArray<Source>
}

/** Static imports begin a line, as the formatter writes them; so an example in a comment is not taken for one. */
const patterns = [
  /^(?:import|export)\s[^"']*?\sfrom\s+["']([^"']+)["']/gm,
  /^import\s+["']([^"']+)["']/gm,
  /\bimport\(\s*["']([^"']+)["']/g
]

const specifiersIn = (text: string): ReadonlyArray<string> => [
  ...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!)))
]

export const makeSource = (path: string, text: string): Source => ({ path, specifiers: specifiersIn(text), text })

const read = (folder: string, inside: string): ReadonlyArray<Source> => {
  const path = join(root, folder, inside)
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ts|tsx|mjs|js)$/.test(name))
    .map((name) => `${inside}/${name.replaceAll("\\", "/")}`)
    .map((name) => makeSource(name, readFileSync(join(root, folder, name), "utf8")))
}

/** Everything in `packages/` and `apps/`, from the disk. */
export const readPackages = (): ReadonlyArray<Package> =>
  workspaces()
    .filter(({ folder }) => folder.startsWith("packages/") || folder.startsWith("apps/"))
    .map((workspace) => ({
      ...workspace,
      sources: read(workspace.folder, "src"),
      tests: read(workspace.folder, "test")
    }))
