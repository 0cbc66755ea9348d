import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "equivariant", include: ["test/**/*.test.ts"] } })
