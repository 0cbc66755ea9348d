import { defineProject } from "vitest/config"

export default defineProject({
  test: { name: "hidden-evolution", include: ["test/**/*.test.ts"], testTimeout: 30_000 }
})
