import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import type { Page } from "playwright-core"
import { root } from "../../../scripts/workspaces.ts"
import { haveBrowser } from "../harness/browser.ts"
import { findRule, give, makeSmall, openPart, rule, tab } from "../harness/laboratory.ts"
import { served } from "../harness/served.ts"

const run = promisify(execFile)
const rulescope = async (...args: ReadonlyArray<string>) => {
  const { stdout } = await run(process.execPath, [join(root, "apps/cli/src/main.ts"), ...args], {
    env: { ...process.env, NO_COLOR: "1" },
    maxBuffer: 1 << 26
  })
  return stdout
}

/** What a download holds. */
const downloaded = async (page: Page, button: string, folder: string): Promise<string> => {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click()
  ])
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return path
}

describe.skipIf(!haveBrowser)("Studio and the command line", () => {
  const studio = served("studio")
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "rulescope-studio-"))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
  })

  it("give the same rule, census and estimate for a spec that the page made", async () => {
    const { page } = await studio.open()
    await makeSmall(page)
    await page.getByLabel("Rule", { exact: true }).fill("B2-a/S12")
    await openPart(page, "Backbone")
    await page.getByRole("combobox", { name: "Backbone" }).selectOption("p4")
    await findRule(page)
    const found = await rule(page)
    await tab(page, "Keep and share")
    const census = await page.getByTestId("census").textContent()
    const spec = await downloaded(page, "Download the spec", folder)
    const archive = await downloaded(page, "Download the run", folder)
    const result = JSON.parse(await rulescope("run", spec, "--no-cache", "--json")) as {
      readonly estimate: { readonly rule: string; readonly classes: ReadonlyArray<unknown> }
      readonly census: { readonly key: string }
    }
    assert.strictEqual(result.estimate.rule, found)
    assert.strictEqual(result.census.key, census)

    // The archive opens again on a page that knows nothing.
    const { page: other } = await studio.open()
    await give(other, [archive])
    assert.strictEqual(await rule(other), found)
    await other.getByRole("heading", { name: "Training" }).waitFor()
    await tab(other, "Keep and share")
    assert.strictEqual(await other.getByTestId("census").textContent(), census)
    await page.context().close()
    await other.context().close()
  })

  it("give the same for a run that the command line kept, training curve included", async () => {
    const out = join(folder, "kept")
    await rulescope("run", "--rule", "B3/S23", "--set", "generator.config.soups=4", "--no-cache", "--out", out)
    const { page, wrong } = await studio.open()
    await give(
      page,
      ["spec.json", "result.json", "events.jsonl"].map((name) => join(out, name))
    )
    assert.strictEqual(await rule(page), "B3/S23")
    await page.getByRole("heading", { name: "Training" }).waitFor()
    await findRule(page)
    await page.getByRole("heading", { name: "Run #2" }).waitFor()
    assert.strictEqual(await rule(page), "B3/S23")
    await tab(page, "Keep and share")
    const kept = JSON.parse(readFileSync(join(out, "result.json"), "utf8")) as { readonly census: { key: string } }
    assert.strictEqual(await page.getByTestId("census").textContent(), kept.census.key)
    assert.deepStrictEqual(wrong, [])
    await page.context().close()
  })

  it("a link carries the set-up, a broken one is explained", async () => {
    const { page } = await studio.open()
    await page.getByLabel("Rule", { exact: true }).fill("B34/S34")
    await tab(page, "Keep and share")
    const link = await page.getByLabel("Link", { exact: true }).inputValue()
    const { page: other } = await studio.open({}, link)
    await other.getByText("34 Life").waitFor()
    assert.strictEqual(await other.getByLabel("Rule", { exact: true }).inputValue(), "B34/S34")
    const { page: broken } = await studio.open({}, `${studio.url()}#spec=e30`)
    await broken
      .getByRole("alert")
      .getByText(/generator/)
      .waitFor()
    for (const one of [page, other, broken]) await one.context().close()
  })
})
