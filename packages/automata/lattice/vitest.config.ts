import { defineProject } from "vitest/config"

// bgolly is started many times; on a busy machine that takes a while.
export default defineProject({ test: { name: "lattice", include: ["test/**/*.test.ts"] } })
