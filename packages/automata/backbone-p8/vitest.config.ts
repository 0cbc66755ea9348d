import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "backbone-p8", include: ["test/**/*.test.ts"] } })
