import { defineProject } from "vitest/config"

export default defineProject({
  test: { name: "tests", include: ["**/*.test.ts"], exclude: ["pages/**", "node_modules/**"] }
})
