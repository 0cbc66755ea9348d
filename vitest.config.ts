import { existsSync } from "node:fs"
import { join } from "node:path"
import { nativeFolder } from "./apps/cli/src/folders.ts"
import { projects } from "./scripts/projects.ts"
import { defineConfig } from "vitest/config"

// A native installation of this user's is tested too; see `rulescope doctor`.
process.env["RULESCOPE_NATIVE"] ??= nativeFolder()
const installed = Object.entries({ node: "tfjs-node", "node-gpu": "tfjs-node-gpu" }).flatMap(([backend, name]) =>
  existsSync(join(nativeFolder(), "node_modules", "@tensorflow", name)) ? [backend] : []
)
process.env["RULESCOPE_TEST_BACKENDS"] = ["wasm", "cpu", ...installed].join(",")

/**
 * How long a test or a hook may take, in milliseconds: for machines with other work, so that a test which takes longer
 * hangs. The one limit there is; no test states its own.
 */
const patience = 300_000

export default defineConfig({
  test: {
    projects: (await projects()).map(({ root, test }) => ({
      root,
      test: { ...test, testTimeout: patience, hookTimeout: patience }
    }))
  }
})
