import { defineProject } from "vitest/config"

export default defineProject({
  test: { name: "inferrer-generator", include: ["test/**/*.test.ts"] }
})
