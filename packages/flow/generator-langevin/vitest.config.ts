import { defineProject } from "vitest/config"

export default defineProject({
  test: { name: "generator-langevin", include: ["test/**/*.test.ts"] }
})
