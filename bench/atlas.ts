/**
 * The Atlas in Chromium: what opening a study takes, and what every interaction takes until it is painted.
 *
 *   npm run -s tool -- node bench/atlas.ts STUDY-FOLDER-OR-EXPORT
 */
import { statSync } from "node:fs"
import { join } from "node:path"
import { buildPage } from "../scripts/build-page.ts"
import { timeInteractions, timeScrolling } from "../tests/pages/atlas/interactions.ts"
import { openBrowser, visit } from "../tests/pages/harness/browser.ts"
import { serve } from "../tests/pages/harness/server.ts"

const path = process.argv[2]!
buildPage("atlas")
const [browser, site] = await Promise.all([openBrowser(), serve("atlas")])
const { page } = await visit(browser, site.url)
const begun = performance.now()
const file = statSync(path).isDirectory() ? join(path, "study.sqlite") : path
await page.locator("input[type=file]").first().setInputFiles(file)
await page.getByRole("grid").waitFor()
console.log(await page.locator(".study-name p.rs-muted").innerText())
console.log(`${Math.round(performance.now() - begun)} ms  open it`)
for (const [name, ms] of await timeInteractions(page)) console.log(`${String(Math.round(ms)).padStart(4)} ms  ${name}`)
console.log(
  `${String(Math.round(await timeScrolling(page))).padStart(4)} ms  a frame of scrolling through all of it (median)`
)
await browser.close()
await site.close()
