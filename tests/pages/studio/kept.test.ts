import { assert, describe, it } from "@effect/vitest"
import type { Page } from "playwright-core"
import { haveBrowser } from "../harness/browser.ts"
import { findRule, makeSmall, openPart, rule, tab } from "../harness/laboratory.ts"
import { served } from "../harness/served.ts"

/** Draws three cells by keyboard and takes one step. */
const drawSomething = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Clear" }).click()
  await page.getByRole("button", { name: "Paint live" }).click()
  await page.getByRole("application").focus()
  for (const key of ["ArrowLeft", " ", "ArrowLeft", " ", "ArrowLeft", " "]) await page.keyboard.press(key)
  await page.getByRole("button", { name: "Step", exact: true }).click()
  await page.getByText(/^generation 1/).waitFor()
}

/** The world as it is drawn. */
const picture = (page: Page): Promise<string> =>
  page.getByRole("application").evaluate((element) => (element as unknown as { toDataURL: () => string }).toDataURL())

/** Drops a file on whatever lies at the place. */
const dropOn = (page: Page, selector: string, name: string, text: string) =>
  page.evaluate(
    ([where, called, content]) => {
      const { DataTransfer: Transfer, document, DragEvent: Drag, File: Dropped } = globalThis as any
      const dataTransfer = new Transfer()
      dataTransfer.items.add(new Dropped([content], called))
      const target = document.querySelector(where)
      const event = new Drag("drop", { bubbles: true, cancelable: true, dataTransfer })
      target.dispatchEvent(event)
      return event.defaultPrevented as boolean
    },
    [selector, name, text] as const
  )

describe.skipIf(!haveBrowser)("Studio, what is kept", () => {
  const { on } = served("studio")

  it("a drawing survives a change of view, of the source, and a reload", () =>
    on(async (page) => {
      await makeSmall(page)
      await drawSomething(page)
      const drawn = await picture(page)
      await tab(page, "Keep and share")
      await tab(page, "World")
      await page.getByText("You changed this world.").waitFor()
      await page.getByText(/^generation 1/).waitFor()
      await tab(page, "A recording")
      await page.getByText("No recording yet").waitFor()
      await tab(page, "Random soups")
      await page.getByText("You changed this world.").waitFor()
      await tab(page, "Keep and share")
      await page.reload()
      await page.getByText("You changed this world.").waitFor()
      assert.strictEqual(await page.getByLabel("Width", { exact: true }).first().inputValue(), "48")
      await page.getByText(/^generation 1/).waitFor()
      await page.getByRole("application").blur()
      assert.strictEqual(await picture(page), drawn)
      await page.getByRole("button", { name: "To the start" }).click()
      await page.getByText(/^generation 0/).waitFor()
      await page.getByRole("button", { name: "Start anew" }).click()
      assert.strictEqual(await page.getByLabel("Width", { exact: true }).first().inputValue(), "")
    }))

  it("a drawing that is learned from comes back as the recording that it is", () =>
    on(async (page) => {
      await makeSmall(page)
      await drawSomething(page)
      await page.getByRole("button", { name: /^Learn from this world/ }).click()
      await page.getByText("Learns from the world that you drew,").waitFor()
      await page.reload()
      await page.getByText("Learns from the world that you drew,").waitFor()
      await page.getByText(/48 × 48 cells, 13 frames/).waitFor()
      assert.isFalse(await page.getByRole("button", { name: "Find the rule" }).isDisabled())
    }))

  it("runs are kept in the browser: opened after a reload, named, and deleted", () =>
    on(async (page) => {
      await makeSmall(page)
      await findRule(page)
      assert.strictEqual(await rule(page), "B36/S23")
      await tab(page, "Keep and share")
      await page.getByRole("heading", { name: "Runs in this browser" }).waitFor()
      const census = await page.getByTestId("census").textContent()
      await page.getByLabel("Name of the run that found B36/S23").fill("highlife")
      await page.getByRole("heading", { name: "Run highlife" }).waitFor()
      await page.reload()
      await tab(page, "Run")
      await page.getByRole("button", { name: "Open highlife" }).click()
      assert.strictEqual(await rule(page), "B36/S23")
      await page.getByRole("heading", { name: "Run highlife" }).waitFor()
      await page.getByRole("heading", { name: "Training" }).waitFor()
      await tab(page, "Keep and share")
      assert.strictEqual(await page.getByTestId("census").textContent(), census)
      // Its model is there too: reading it again trains nothing.
      await tab(page, "Run")
      await page.getByRole("combobox", { name: "Inferrer" }).last().selectOption("class-threshold")
      await page.getByRole("button", { name: "Read the rule again" }).click()
      await page.getByRole("heading", { name: "Run highlife · class-threshold" }).waitFor()
      assert.include(await page.locator(".stages").textContent(), "Learn kept from before")
      await tab(page, "Keep and share")
      await page.getByRole("button", { name: "Delete highlife · class-threshold" }).click()
      await page.getByRole("button", { name: "Delete highlife", exact: true }).click()
      await page.getByRole("heading", { name: "Runs in this browser" }).waitFor({ state: "detached" })
      await page.reload()
      await tab(page, "Run")
      await page.getByText("No run yet").waitFor()
      assert.strictEqual(await page.getByRole("heading", { name: "Runs in this browser" }).count(), 0)
    }))

  it("asks before it is left while a run goes on, and not afterwards", () =>
    on(async (page) => {
      let asked = 0
      page.on("dialog", (dialog) => {
        asked++
        void dialog.dismiss()
      })
      await openPart(page, "Backbone")
      await page.getByLabel("Width", { exact: true }).nth(1).fill("384")
      await page.getByLabel("Depth", { exact: true }).fill("3")
      await findRule(page)
      await page.getByText(/^Learning, step/).waitFor()
      await page.close({ runBeforeUnload: true })
      await page.getByRole("button", { name: "Cancel" }).first().click()
      await page.getByText("All memory of the network is free again.").waitFor()
      assert.strictEqual(asked, 1)
      await page.reload()
      await page.getByRole("application").waitFor()
      assert.strictEqual(asked, 1)
    }))

  it("takes a file wherever it falls, once", () =>
    on(async (page) => {
      await page.getByRole("application").waitFor()
      for (const [where, name] of [
        ["h1", "beside.txt"],
        [".studio-work", "below.txt"]
      ] as const) {
        assert.isTrue(await dropOn(page, where, name, "010\n111\n000\n\n000\n101\n010\n"))
        await page.getByText(name, { exact: true }).first().waitFor()
      }
      assert.isTrue(await dropOn(page, ".rs-drop", "inside.txt", "010\n111\n000\n\n000\n101\n010\n"))
      await page.getByText("inside.txt", { exact: true }).first().waitFor()
    }))

  it("shows that a reading goes on, wherever the page is scrolled to, and ends it when asked to", () =>
    on(async (page) => {
      await page.getByText("More settings").click()
      await page.getByLabel(/^Dynamic noise/).fill("0.02")
      await findRule(page)
      await page.getByRole("heading", { name: "Read it differently" }).waitFor()
      const panel = page.locator("section", { has: page.getByRole("heading", { name: "Read it differently" }) })
      await panel.getByRole("combobox", { name: "Inferrer" }).selectOption("likelihood")
      await panel.getByLabel("Cells", { exact: true }).fill("100000000")
      await panel.getByRole("button", { name: "Read the rule again" }).click()
      const cancel = page.getByRole("button", { name: "Cancel the reading" })
      await cancel.waitFor()
      const box = (await cancel.boundingBox())!
      assert.isTrue(box.y >= 0 && box.y < 900, `at ${box.y} px of the window`)
      await page.getByText(/^At work for \d+ s/).waitFor()
      await cancel.click()
      await cancel.waitFor({ state: "detached" })
      assert.strictEqual(await page.getByRole("combobox", { name: "Shown run" }).count(), 0)
    }))
})
