import { globSync } from "node:fs"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { root } from "./workspaces.ts"

interface Project {
  readonly root: string
  /** As its own `vitest.config.ts` has it. */
  readonly test: { readonly name: string }
}

const folders = ["packages/*", "packages/*/*", "apps/*", "tests", "tests/pages"]

/** Every project of tests: one a package, and those of the whole. */
export const projects = (): Promise<ReadonlyArray<Project>> =>
  Promise.all(
    globSync(
      folders.map((folder) => `${folder}/vitest.config.ts`),
      { cwd: root }
    ).map(async (found) => {
      const path = join(root, found)
      const own = (await import(pathToFileURL(path).href)) as { readonly default: Pick<Project, "test"> }
      return { root: dirname(path), test: own.default.test }
    })
  )
