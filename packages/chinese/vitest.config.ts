import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "chinese", include: ["test/**/*.test.ts"] } })
