import { english } from "@rulescope/core"
import { decodeRunSpec } from "@rulescope/automata"
import { Effect } from "effect"
import { assert, describe, it } from "vitest"
import { linkTo, specInLink } from "../src/keep/link.ts"

const spec = Effect.runSync(
  decodeRunSpec({
    name: "元胞 · ε?/+&",
    generator: { id: "soup", config: { rule: "B2-a/S12", density: { from: 0.1, to: 0.9 } } },
    augmenters: [{ id: "flip", config: { gamma: 0.05 } }]
  })
)

describe("a link", () => {
  it("carries a spec there and back, behind the # and in letters that addresses may hold", () => {
    const url = new URL(linkTo(spec, "https://example.org/lab/?a=1#old"))
    assert.strictEqual(`${url.origin}${url.pathname}${url.search}`, "https://example.org/lab/?a=1")
    assert.match(url.hash, /^#spec=[\w-]+$/)
    assert.deepStrictEqual(specInLink(url.hash), { ok: true, value: spec })
  })

  it("that carries no spec is none, and one that is broken says why", () => {
    assert.isNull(specInLink("#somewhere"))
    assert.isNull(specInLink(""))
    for (const hash of ["#spec=%%%", `#spec=${btoa("{}")}`, `#spec=${btoa('{"generator":{"id":"soup"},"sed":1}')}`]) {
      const read = specInLink(hash)
      assert.isTrue(read?.ok === false && english(read.why).length > 5, hash)
    }
  })
})
