import { assert, describe, it } from "@effect/vitest"
import { readdirSync } from "node:fs"
import { assetsOf, firstPaint, read, weight } from "../harness/bundle.ts"

/** A sentence that TensorFlow.js carries and nothing else does. */
const tensorFlow = "Tensor is disposed"

describe("Atlas, what it weighs", () => {
  it("paints first with at most 175 kB (gzip) of scripts and styles; SQLite comes when a database is opened", () => {
    const files = firstPaint("atlas")
    assert.isAtLeast(files.length, 2)
    assert.isAtMost(weight("atlas", files), 175)
    assert.isFalse(files.some((file) => read("atlas", file).includes("sqlite3_open")))
    const later = readdirSync(assetsOf("atlas")).map((file) => `assets/${file}`)
    assert.isAtMost(weight("atlas", later), 555)
    assert.isTrue(later.some((file) => file.endsWith(".wasm")))
  })

  it("has no TensorFlow.js at all", () => {
    for (const file of readdirSync(assetsOf("atlas"))) {
      assert.isFalse(read("atlas", `assets/${file}`).includes(tensorFlow), file)
    }
  })
})
