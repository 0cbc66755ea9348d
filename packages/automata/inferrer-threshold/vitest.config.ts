import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "inferrer-threshold", include: ["test/**/*.test.ts"] } })
