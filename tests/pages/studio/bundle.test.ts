import { assert, describe, it } from "@effect/vitest"
import { readdirSync } from "node:fs"
import { assetsOf, firstPaint, read, weight } from "../harness/bundle.ts"

/** A sentence that TensorFlow.js carries and nothing else does. */
const tensorFlow = "Tensor is disposed"

describe("Studio, what it weighs", () => {
  it("paints first with at most 222 kB (gzip) of scripts and styles, none of them TensorFlow.js", () => {
    const files = firstPaint("studio")
    assert.isAtLeast(files.length, 2)
    assert.isFalse(files.some((file) => read("studio", file).includes(tensorFlow)))
    const all = readdirSync(assetsOf("studio"))
    assert.isTrue(all.some((file) => read("studio", `assets/${file}`).includes(tensorFlow)))
    assert.isAtMost(weight("studio", files), 222)
  })
})
