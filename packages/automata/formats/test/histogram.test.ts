import fc from "fast-check"
import { expect, it } from "vitest"
import { histogram } from "../src/values/histogram.ts"

it("counts every byte, wherever the bytes lie", () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).chain((some) =>
    fc.constantFrom(
      some,
      some.map((byte) => byte & 1)
    )
  )
  fc.assert(
    fc.property(bytes, fc.integer({ min: 0, max: 7 }), (all, skipped) => {
      const part = all.subarray(skipped)
      const counts = histogram(part)
      for (let byte = 0; byte < 256; byte++) expect(counts[byte]).toBe(part.filter((one) => one === byte).length)
    })
  )
})
