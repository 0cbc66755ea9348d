import { defineProject } from "vitest/config"

export default defineProject({
  test: {
    name: "pages",
    include: ["**/*.test.ts"],
    globalSetup: `${import.meta.dirname}/harness/build.ts`,
    // One browser at a time: two cores draw one page smoothly, not three.
    fileParallelism: false
  }
})
