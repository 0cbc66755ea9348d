import { Effect } from "effect"
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { BadInput } from "../Exit.ts"

/** Packages of the pages; each resolves to its package.json. */
const packages = {
  atlas: () => import.meta.resolve("@rulescope/atlas"),
  studio: () => import.meta.resolve("@rulescope/studio")
}
export type PageName = keyof typeof packages

const runScript = (script: string, page: string): Effect.Effect<number | null> =>
  Effect.callback((resume) => {
    const child = spawn(process.execPath, [script, page], { stdio: ["ignore", 2, 2] })
    child.on("error", () => resume(Effect.succeed(null)))
    child.on("exit", (status) => resume(Effect.succeed(status)))
    return Effect.sync(() => child.kill())
  })

/** Folder of a built page. In a checkout it is built first, unless it is built from the sources as they are. */
export const builtPage = Effect.fn("builtPage")(function* (page: PageName) {
  const folder = dirname(fileURLToPath(packages[page]()))
  const script = join(folder, "..", "..", "scripts", "build-page.ts")
  if (existsSync(join(folder, "vite.config.ts")) && (yield* runScript(script, page)) !== 0) {
    return yield* new BadInput({ reason: `the page of ${page} does not build`, remedy: "see above" })
  }
  return join(folder, "page")
})
