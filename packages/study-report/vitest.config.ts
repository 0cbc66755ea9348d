import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "study-report", include: ["test/**/*.test.ts"] } })
