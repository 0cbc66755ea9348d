import { defineProject } from "vitest/config"

export default defineProject({
  test: { name: "backbone-kramers-moyal", include: ["test/**/*.test.ts"] }
})
