import { defineConfig } from "vitest/config"

const folders = ["packages/*", "packages/*/*", "apps/*", "tests", "tests/pages"]

export default defineConfig({ test: { projects: folders.map((folder) => `${folder}/vitest.config.ts`) } })
