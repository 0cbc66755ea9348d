import { defineProject } from "vitest/config"

export default defineProject({ test: { name: "automata", include: ["test/**/*.test.ts"] } })
