import { assert, describe, it } from "@effect/vitest"
import { request } from "node:http"
import { rulescope } from "./command.ts"

/** Starts the command, asks it something as soon as it says where it is, and ends it. */
const whileServing = async <A>(ask: (url: string) => Promise<A>): Promise<A> => {
  const { promise, reject, resolve } = Promise.withResolvers<A>()
  const ended = rulescope(["studio", "--no-open"], {
    onStdout: (text, kill) => {
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(text)?.[0]
      if (url !== undefined)
        ask(url)
          .then(resolve, reject)
          .finally(() => kill("SIGINT"))
    }
  })
  await ended
  return promise
}

const statusFor = (url: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on("error", reject)
      .end()
  })

describe("rulescope studio", () => {
  it("serves the page on loopback with the page's own policy as a header", { timeout: 60_000 }, async () => {
    await whileServing(async (url) => {
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
