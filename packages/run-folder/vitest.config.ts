import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "run-folder", include: ["test/**/*.test.ts"] } })
