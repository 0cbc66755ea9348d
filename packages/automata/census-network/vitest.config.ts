import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "census-network", include: ["test/**/*.test.ts"] } })
