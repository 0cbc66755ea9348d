import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "atlas", include: ["test/**/*.test.ts"] } })
