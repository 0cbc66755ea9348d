import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "augmenter-flip", include: ["test/**/*.test.ts"] } })
