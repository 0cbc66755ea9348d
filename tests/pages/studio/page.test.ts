import { assert, describe, expect, it } from "@effect/vitest"
import { seriousProblems } from "../harness/axe.ts"
import { haveBrowser } from "../harness/browser.ts"
import { findRule, makeSmall, rule, tab } from "../harness/laboratory.ts"
import { served } from "../harness/served.ts"

/** For machines with other work, in milliseconds. */
const patience = 60_000

describe.skipIf(!haveBrowser)("Studio, the page", () => {
  const studio = served("studio")

  it("opens from a folder of any web server, without a script error and without asking anybody else", async () => {
    const { page, wrong } = await studio.open()
    await page.getByRole("heading", { name: "Rulescope Studio" }).waitFor()
    assert.deepStrictEqual(wrong, [])
    await page.context().close()
  })

  for (const colorScheme of ["light", "dark"] as const) {
    it(`has no serious problem for axe in any view, before a run and after it, ${colorScheme}`, async () => {
      const { page } = await studio.open({ colorScheme })
      await page.getByRole("application").waitFor()
      assert.deepStrictEqual(await seriousProblems(page), [])
      await tab(page, "A recording")
      await tab(page, "Keep and share")
      assert.deepStrictEqual(await seriousProblems(page), [])
      await tab(page, "Random soups")
      await makeSmall(page)
      await findRule(page)
      await rule(page)
      for (const view of ["Run", "Test", "Compare", "Keep and share"]) {
        await tab(page, view)
        assert.deepStrictEqual(await seriousProblems(page), [], view)
      }
      await page.context().close()
    })
  }

  it("shows the theme that was chosen, around the world as well", async () => {
    const { page } = await studio.open({ colorScheme: "light" })
    await page.getByRole("application").waitFor()
    const corner = () =>
      page
        .locator("canvas")
        .first()
        .evaluate((element) => {
          const { getContext } = element as unknown as { getContext: (kind: "2d") => any }
          return [...getContext.call(element, "2d").getImageData(2, 2, 1, 1).data] as Array<number>
        })
    const theme = page.getByRole("combobox", { name: "Theme" })
    for (const [choice, isDark] of [
      ["dark", true],
      ["light", false],
      ["system", false]
    ] as const) {
      await theme.selectOption(choice)
      // Drawn with the frame after the choice.
      await expect.poll(async () => (await corner())[0]! < 100, { message: choice, timeout: patience }).toBe(isDark)
      const background = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor")
      const dark = async () => (await background()) === "rgb(15, 18, 22)"
      await expect.poll(dark, { message: choice, timeout: patience }).toBe(isDark)
    }
    await page.context().close()
  })

  it("is done by keyboard alone: from the rule to the last frame of the test", async () => {
    const { page } = await studio.open()
    await page.getByRole("application").waitFor()
    /** Presses Tab until something has the focus. */
    const reach = async (role: "button" | "slider" | "textbox", name: RegExp) => {
      const target = page.getByRole(role, { name }).first()
      for (let i = 0; i < 60; i++) {
        if (
          await target.evaluate((element) =>
            (element as unknown as { matches: (one: string) => boolean }).matches(":focus")
          )
        )
          return
        await page.keyboard.press("Tab")
      }
      assert.fail(`${String(name)} is out of reach`)
    }
    await reach("textbox", /^Soups$/)
    await page.keyboard.type("2")
    await reach("button", /^Find the rule$/)
    await page.keyboard.press("Enter")
    await page.getByRole("button", { name: "Watch the test" }).waitFor()
    await reach("button", /^Watch the test$/)
    await page.keyboard.press("Space")
    await reach("slider", /^Frame$/)
    await page.keyboard.press("End")
    await page.getByText("frame 32 of 32 ·").waitFor()
    assert.include(await page.getByTestId("difference").textContent(), "all 4,096 cells agree")
    await page.context().close()
  })

  it("fits a phone: nothing but figures and tables is wider than the screen", async () => {
    const { page } = await studio.open({ viewport: { width: 360, height: 740 } })
    await makeSmall(page)
    await findRule(page)
    await rule(page)
    for (const view of ["World", "Run", "Test", "Keep and share"]) {
      await tab(page, view)
      await page.locator(".studio-work .rs-tabpanel").locator("canvas, section").first().waitFor()
      assert.strictEqual(await page.evaluate("document.documentElement.scrollWidth"), 360, view)
    }
    await page.context().close()
  })

  it("speaks Chinese to a Chinese browser, and keeps the language that was chosen", async () => {
    const { page } = await studio.open({ language: "zh-CN" })
    await page.getByRole("combobox", { name: "语言" }).selectOption("en")
    await page.getByRole("combobox", { name: "Language" }).waitFor()
    await page.reload()
    await page.getByRole("combobox", { name: "Language" }).waitFor()
    assert.strictEqual(await page.locator("html").getAttribute("lang"), "en")
    await findRule(page)
    await rule(page)
    await page.getByRole("combobox", { name: "Language" }).selectOption("zh-CN")
    await page.getByRole("tab", { name: "运行" }).click()
    const figures = page.locator(".rs-figure")
    await figures.getByText("活邻居数").first().waitFor()
    assert.strictEqual(await figures.getByText("live neighbours").count(), 0)
    await page.context().close()
  })
})
