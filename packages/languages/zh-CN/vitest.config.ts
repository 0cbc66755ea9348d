import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "language-zh-cn", include: ["test/**/*.test.ts"] } })
