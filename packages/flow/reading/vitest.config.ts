import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "reading", include: ["test/**/*.test.ts"] } })
