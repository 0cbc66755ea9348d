import { assert, it, vi } from "@effect/vitest"
import { contentKey, sha256 } from "../src/index.ts"

const text = new TextEncoder()

it("the digests are those of FIPS 180-4", () => {
  assert.strictEqual(sha256(text.encode("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  assert.strictEqual(
    sha256(text.encode("a".repeat(1_000_000))),
    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
  )
})

it("a key is the hash of the canonical text followed by the bytes, however they are cut", () => {
  const bytes = Uint8Array.from({ length: 300_001 }, (_, i) => (i * i) % 251)
  const whole = contentKey({ b: 1, a: [2] }, bytes)
  assert.strictEqual(whole, contentKey({ a: [2], b: 1 }, bytes.subarray(0, 77), bytes.subarray(77)))
  assert.strictEqual(whole, sha256(new Uint8Array([...text.encode(`{"a":[2],"b":1}`), ...bytes])))
})

it("a page, which has no hash of its own that answers at once, gives the same keys", async () => {
  const bytes = Uint8Array.from({ length: 100_003 }, (_, i) => (7 * i) % 256)
  const here = [contentKey({ any: "thing" }, bytes, new Float64Array([0.5])), sha256(bytes)]
  vi.resetModules()
  vi.stubGlobal("process", undefined)
  const page = await import("../src/ContentKey.ts")
  vi.unstubAllGlobals()
  assert.deepStrictEqual([page.contentKey({ any: "thing" }, bytes, new Float64Array([0.5])), page.sha256(bytes)], here)
})
