import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "inferrer-class-threshold", include: ["test/**/*.test.ts"] } })
