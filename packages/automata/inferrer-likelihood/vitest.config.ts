import { defineProject } from "vitest/config"

export default defineProject({
  test: { name: "inferrer-likelihood", include: ["test/**/*.test.ts"] }
})
