import { existsSync } from "node:fs"
import { join } from "node:path"
import { nativeFolder } from "./apps/cli/src/folders.ts"
import { defineConfig } from "vitest/config"

// A native installation of this user's is tested too; see `rulescope doctor`.
process.env["RULESCOPE_NATIVE"] ??= nativeFolder()
const installed = Object.entries({ node: "tfjs-node", "node-gpu": "tfjs-node-gpu" }).flatMap(([backend, name]) =>
  existsSync(join(nativeFolder(), "node_modules", "@tensorflow", name)) ? [backend] : []
)
process.env["RULESCOPE_TEST_BACKENDS"] = ["wasm", "cpu", ...installed].join(",")

const folders = ["packages/*", "packages/*/*", "apps/*", "tests", "tests/pages"]

export default defineConfig({ test: { projects: folders.map((folder) => `${folder}/vitest.config.ts`) } })
