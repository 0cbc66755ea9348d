import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "backbone-cnn", include: ["test/**/*.test.ts"] } })
