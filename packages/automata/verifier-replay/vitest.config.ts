import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "verifier-replay", include: ["test/**/*.test.ts"] } })
