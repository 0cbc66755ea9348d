import { defineProject } from "vitest/config"

export default defineProject({
  test: { name: "generator-trajectory", include: ["test/**/*.test.ts"], testTimeout: 30_000 }
})
