import { defineProject } from "vitest/config"

export default defineProject({
  test: { name: "backbone-neural-sde", include: ["test/**/*.test.ts"], testTimeout: 60_000 }
})
