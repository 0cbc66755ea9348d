import { assert, describe, it } from "@effect/vitest"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { root } from "../../../scripts/workspaces.ts"

const folder = join(root, "apps", "studio", "page")

/** A sentence that TensorFlow.js carries and nothing else does. */
const tensorFlow = "Tensor is disposed"

const read = (file: string): string => readFileSync(join(folder, file), "utf8")

/** What the page loads before anything is done on it: the scripts and styles that its HTML names. */
const firstPaint = (): ReadonlyArray<string> =>
  [...readFileSync(join(folder, "index.html"), "utf8").matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(
    (match) => match[1]!
  )

describe("Studio, what it weighs", () => {
  it("paints first with at most 200 kB (gzip) of scripts and styles, none of them TensorFlow.js", () => {
    const files = firstPaint()
    assert.isAtLeast(files.length, 2)
    const texts = files.map(read)
    assert.isFalse(texts.some((text) => text.includes(tensorFlow)))
    assert.isTrue(readdirSync(join(folder, "assets")).some((file) => read(`assets/${file}`).includes(tensorFlow)))
    const kilobytes = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 1000
    assert.isAtMost(kilobytes, 200)
  })
})
