import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "chooser-bic", include: ["test/**/*.test.ts"] } })
