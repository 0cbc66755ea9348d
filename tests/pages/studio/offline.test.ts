import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import type { Browser } from "playwright-core"
import { haveBrowser, openBrowser, visit } from "../harness/browser.ts"
import { fact, findRule, makeSmall, openPart, rule, tab } from "../harness/laboratory.ts"
import { serve } from "../harness/server.ts"

describe.skipIf(!haveBrowser)("Studio without a network", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it("asks nobody but its own server, and goes on when that has gone", async () => {
    const site = await serve("studio")
    const { page, wrong } = await visit(browser, site.url)
    const own = new URL(site.url).origin
    const asked: Array<string> = []
    // Of the whole context: the page, its worker, and whatever they load.
    page.context().on("request", (request) => asked.push(request.url()))
    await page.reload()
    // That is when it promises to go on: before any run.
    await page.getByText("Everything is loaded").waitFor()
    assert.isTrue(asked.some((url) => url.endsWith(".wasm")))
    assert.deepStrictEqual(
      asked.filter((url) => new URL(url).origin !== own && !/^(?:blob|data):/.test(url)),
      []
    )
    await site.close()
    await page.context().setOffline(true)
    await makeSmall(page)
    await findRule(page)
    assert.strictEqual(await rule(page), "B36/S23")
    await tab(page, "World")
    await page.getByLabel("Rule", { exact: true }).fill("B2/S34")
    await openPart(page, "Backbone")
    await page.getByRole("combobox", { name: "Backbone" }).selectOption("p8")
    await findRule(page)
    await page.getByRole("heading", { name: "Run #2" }).waitFor()
    assert.strictEqual(await rule(page), "B2/S34")
    assert.strictEqual(await fact(page, "Computed by"), "wasm")
    await tab(page, "Test")
    await page.getByTestId("difference").waitFor()
    await tab(page, "Compare")
    await page.getByRole("region", { name: "Two runs" }).first().waitFor()
    await tab(page, "Keep and share")
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download the run" }).click()
    ])
    assert.match(file.suggestedFilename(), /\.zip$/)
    assert.deepStrictEqual(wrong, [])
    await page.context().close()
  })
})
