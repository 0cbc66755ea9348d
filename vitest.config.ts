import { nativeFolder } from "./apps/cli/src/folders.ts"
import { defineConfig } from "vitest/config"

// A native installation of this user's is tested too; see `rulescope doctor`.
process.env["RULESCOPE_NATIVE"] ??= nativeFolder()

const folders = ["packages/*", "packages/*/*", "apps/*", "tests", "tests/pages"]

export default defineConfig({ test: { projects: folders.map((folder) => `${folder}/vitest.config.ts`) } })
