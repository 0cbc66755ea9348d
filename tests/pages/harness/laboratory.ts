import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Page } from "playwright-core"

/** Recorded evolutions that lie beside the checkout, if they do. */
export const recordings = fileURLToPath(new URL("../../../../shared/recordings", import.meta.url))
export const haveRecordings = existsSync(recordings)

/** Opens a part of the pipeline by its name. */
export const openPart = (page: Page, name: string) =>
  page.locator("details.pipeline-part > summary", { has: page.getByText(name, { exact: true }) }).click()

/** A small world and a small network: a run takes about a second. */
export const makeSmall = async (page: Page): Promise<void> => {
  await page.getByLabel("Width", { exact: true }).first().fill("48")
  await page.getByLabel("Height", { exact: true }).fill("48")
  await page.getByLabel("Generations", { exact: true }).fill("12")
}

export const findRule = (page: Page) => page.getByRole("button", { name: /^Find the rule/ }).click()

/** The rule, when the run is over. */
export const rule = async (page: Page): Promise<string> => {
  await page.getByRole("button", { name: "Watch the test" }).waitFor()
  return (await page.getByTestId("rule").textContent())!.replaceAll("\u200b", "")
}

/** The value beside a name in the facts of a run. */
export const fact = (page: Page, name: string) =>
  page
    .locator(".fact", { has: page.getByText(name, { exact: true }) })
    .locator("dd")
    .textContent()

export const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true }).click()

/** Gives files to the page as if they were dropped on the place for recordings. */
export const give = async (page: Page, files: ReadonlyArray<string | { name: string; buffer: Buffer }>) => {
  await tab(page, "A recording")
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles(files.map((file) => (typeof file === "string" ? file : { ...file, mimeType: "" })) as Array<string>)
}
