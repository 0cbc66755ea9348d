import { defineProject } from "vitest/config"

// Laws are recovered from simulated recordings; on a busy machine that takes a while.
export default defineProject({ test: { name: "sde", include: ["test/**/*.test.ts"] } })
