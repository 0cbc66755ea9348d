import { assert, describe, it } from "@effect/vitest"
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { rulescope } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "rulescope-kept-"))
const cache = join(folder, "cache")
const spec = join(folder, "spec.json")
const soup = { rule: "B36/S23", width: 24, height: 24, generations: 6, soups: 2 }
writeFileSync(spec, JSON.stringify({ family: "life-like", generator: { id: "soup", config: soup } }))

const entries = (): ReadonlyArray<string> =>
  readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name))

const run = async () => {
  const { stderr, stdout } = await rulescope(["run", spec, "--cache", cache, "--json"])
  const { seconds: _, ...result } = JSON.parse(stdout)
  return { result, damaged: stderr.match(/is not what was written there/g)?.length ?? 0, stderr }
}

describe("kept results", () => {
  it("that were altered on the disk are named once, computed anew, and change no answer", async () => {
    const first = await run()
    assert.strictEqual(first.damaged, 0)
    assert.include((await run()).stderr, "reused from the cache")
    const kept = entries()
    assert.isAtLeast(kept.length, 3)
    for (const path of kept) {
      const text = readFileSync(path)
      const altered = Buffer.from(text.toString("latin1").replaceAll("36/S23", "36/S24"), "latin1")
      if (altered.equals(text)) altered[text.length - 3]! ^= 1
      writeFileSync(path, altered)
    }
    const second = await run()
    assert.deepStrictEqual(second.result, first.result)
    assert.strictEqual(second.damaged, kept.length)
    for (const path of kept) writeFileSync(path, readFileSync(path).subarray(0, 40))
    const third = await run()
    assert.deepStrictEqual(third.result, first.result)
    assert.strictEqual(third.damaged, kept.length)
    assert.strictEqual((await run()).damaged, 0)
  })
})
