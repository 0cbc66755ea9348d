import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "generator-soup", include: ["test/**/*.test.ts"] } })
