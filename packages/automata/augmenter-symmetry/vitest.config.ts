import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "augmenter-symmetry", include: ["test/**/*.test.ts"] } })
