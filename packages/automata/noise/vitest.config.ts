import { defineProject } from "vitest/config"

export default defineProject({
  test: { name: "noise", include: ["test/**/*.test.ts"] }
})
