import { defineProject } from "vitest/config"

export default defineProject({
  test: { name: "verifier-innovations", include: ["test/**/*.test.ts"] }
})
