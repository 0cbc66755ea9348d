import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "backbone-p4", include: ["test/**/*.test.ts"] } })
