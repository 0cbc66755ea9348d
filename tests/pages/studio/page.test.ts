import { assert, beforeAll, afterAll, describe, it } from "@effect/vitest"
import type { Browser } from "playwright-core"
import { seriousProblems } from "../harness/axe.ts"
import { haveBrowser, openBrowser, visit } from "../harness/browser.ts"
import { serve, type Site } from "../harness/server.ts"

describe.skipIf(!haveBrowser)("Studio, the page", () => {
  let browser: Browser
  let site: Site
  beforeAll(async () => {
    ;[browser, site] = await Promise.all([openBrowser(), serve("studio")])
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })

  it("opens from a folder of any web server, without a script error and without asking anybody else", async () => {
    const { page, wrong } = await visit(browser, site.url)
    await page.getByRole("heading", { name: "Rulescope Studio" }).waitFor()
    assert.deepStrictEqual(wrong, [])
    await page.context().close()
  })

  for (const colorScheme of ["light", "dark"] as const) {
    it(`has no serious problem for axe, ${colorScheme}`, async () => {
      const { page } = await visit(browser, site.url, { colorScheme })
      await page.getByRole("heading", { name: "Rulescope Studio" }).waitFor()
      assert.deepStrictEqual(await seriousProblems(page), [])
      await page.context().close()
    })
  }

  it("speaks Chinese to a Chinese browser, and keeps the language that was chosen", async () => {
    const { page } = await visit(browser, site.url, { language: "zh" })
    await page.getByRole("combobox", { name: "语言" }).selectOption("en")
    await page.getByRole("combobox", { name: "Language" }).waitFor()
    await page.reload()
    await page.getByRole("combobox", { name: "Language" }).waitFor()
    assert.strictEqual(await page.locator("html").getAttribute("lang"), "en-GB")
    await page.context().close()
  })
})
