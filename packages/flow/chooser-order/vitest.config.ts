import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "chooser-order", include: ["test/**/*.test.ts"] } })
