import { defineProject } from "vitest/config"

export default defineProject({
  test: { name: "inferrer-filter", include: ["test/**/*.test.ts"], testTimeout: 30_000 }
})
