import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "chooser-marginal-likelihood", include: ["test/**/*.test.ts"] } })
