import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { decodeStudySpec } from "@rulescope/study"
import { studyReport } from "@rulescope/study-report"
import { Effect } from "effect"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Browser } from "playwright-core"
import { seriousProblems } from "../harness/axe.ts"
import { haveBrowser, openBrowser, visit, type VisitOptions } from "../harness/browser.ts"
import { makeStudy, twoRules } from "../atlas/studies.ts"

/** Eight runs, two of which fail. */
const small = { ...twoRules, seeds: 2, metrics: ["ruleExact", "undetermined"] }

describe.skipIf(!haveBrowser)("the report of a study, opened from the disk", () => {
  let browser: Browser
  const scratch = mkdtempSync(join(tmpdir(), "rulescope-report-page-"))

  beforeAll(async () => {
    browser = await openBrowser()
    const rows = await makeStudy(join(scratch, "study"), small)
    const files = await Effect.runPromise(Effect.flatMap(decodeStudySpec(small), (study) => studyReport(study, rows)))
    for (const { path, text } of files) if (!path.includes("/")) writeFileSync(join(scratch, path), text)
  })
  afterAll(async () => {
    await browser.close()
    rmSync(scratch, { recursive: true })
  })

  const opened = (file: string, options: VisitOptions = {}) =>
    visit(browser, pathToFileURL(join(scratch, file)).href, options)

  it.each([
    ["report.html", { colorScheme: "dark", viewport: { width: 360, height: 740 } }],
    ["report.zh-CN.html", { colorScheme: "light" }]
  ] as const)(
    "%s %j: nothing goes wrong, nothing is wider than the page, axe finds no serious problem",
    async (file, options) => {
      const { page, wrong } = await opened(file, options)
      const tooWide = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth")
      assert.isAtMost(tooWide, 0)
      await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
      assert.deepStrictEqual(await seriousProblems(page), [])
      assert.deepStrictEqual(wrong, [])
      await page.context().close()
    }
  )

  it("leads from a figure to its cells, and a link to a run opens its cell", async () => {
    const { page } = await opened("report.html")
    await page.locator("figure a.level").first().click()
    const target = page.locator(":target")
    assert.strictEqual(await target.count(), 1)
    assert.isTrue(await target.isVisible())
    await page.goto(`${page.url().split("#")[0]!}#r0`)
    assert.isTrue(await page.locator("tr#r0").isVisible())
    assert.isTrue(await page.locator("details:has(#r0) pre").isVisible())
    await page.getByRole("link", { name: "中文" }).click()
    assert.strictEqual(await page.locator("html").getAttribute("lang"), "zh-CN")
    await page.context().close()
  })

  it("prints light, whatever the screen", async () => {
    const { page } = await opened("report.html", { colorScheme: "dark" })
    const ground = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor")
    assert.strictEqual(await ground(), "rgb(21, 24, 29)")
    await page.emulateMedia({ media: "print" })
    assert.strictEqual(await ground(), "rgb(255, 255, 255)")
    await page.context().close()
  })
})
