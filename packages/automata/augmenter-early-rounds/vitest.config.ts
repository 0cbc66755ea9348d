import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "augmenter-early-rounds", include: ["test/**/*.test.ts"] } })
