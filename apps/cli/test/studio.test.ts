import { assert, describe, it } from "@effect/vitest"
import { statusFor, whileServing } from "./serving.ts"

describe("rulescope studio", () => {
  it("serves the page on loopback with the page's own policy as a header", async () => {
    await whileServing(["studio"], async (url) => {
      const page = await fetch(url)
      const html = await page.text()
      const stated = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html)![1]!
      assert.strictEqual(page.headers.get("content-security-policy"), `${stated}; frame-ancestors 'none'`)
      assert.notMatch(stated, /unsafe-inline|'unsafe-eval'/)
      const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(html)![1]!
      assert.strictEqual(
        (await fetch(new URL(script, url))).headers.get("content-type"),
        "text/javascript; charset=utf-8"
      )
      assert.strictEqual((await fetch(new URL("/%2e%2e/package.json", url))).status, 404)
      assert.strictEqual(await statusFor(url, "rulescope.example"), 421)
    })
  })
})
