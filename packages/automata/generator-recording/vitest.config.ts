import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "generator-recording", include: ["test/**/*.test.ts"] } })
