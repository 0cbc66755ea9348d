import { assert, describe, it } from "@effect/vitest"
import type { Page } from "playwright-core"
import { haveBrowser } from "../harness/browser.ts"
import { latinWords } from "../harness/latinWords.ts"
import { served } from "../harness/served.ts"

/** Names and formats that are written so in Chinese, too; ids of plugins and their values as specs have them. */
const allowed = [
  "Rulescope Studio English SVG WebAssembly Golly Adam Wolfram MAP base ReLU ELU SiLU PReLU",
  "npy npz RLE CSV cells zip numpy savez compressed rulescope run out spec json sed",
  "soup recording early-rounds flip symmetry cnn threshold class-threshold likelihood replay bic marginal-likelihood Generations ratio beta strictness observed predicted floor claim temper",
  "auto recorded wasm cpu webgpu webgl from to kB MB HWT"
].flatMap((words) => words.split(" "))

const english = (page: Page) => latinWords(page, allowed)
const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true }).click()

describe.skipIf(!haveBrowser)("Studio in Chinese", () => {
  const studio = served("studio")

  const on = (work: (page: Page) => Promise<void>) =>
    studio.on(
      async (page) => {
        await page.getByRole("application").waitFor()
        await work(page)
      },
      { language: "zh-CN" }
    )
  const start = (page: Page) => page.getByRole("button", { name: /找出规则/ }).click()

  it("says nothing in English in any view and form, before a run and after it", () =>
    on(async (page) => {
      assert.deepStrictEqual(await english(page), [], "first visit")
      for (const part of ["骨干网络", "推断器", "验证器", "增广器"]) {
        const summary = page.locator("details.pipeline-part > summary", { has: page.getByText(part, { exact: true }) })
        await summary.click()
        if (part === "增广器") await page.getByRole("button", { name: "添加增广器" }).click()
        const choice = page.getByRole("combobox", { name: new RegExp(`^${part}`) }).first()
        for (const option of await choice.locator("option").all()) {
          await choice.selectOption(await option.getAttribute("value"))
          assert.deepStrictEqual(await english(page), [], `${part} ${await option.textContent()}`)
        }
        if (part === "增广器") await page.getByRole("button", { name: /^移除/ }).click()
        else await choice.selectOption({ index: 0 })
      }
      await page.getByRole("combobox", { name: "推断器" }).selectOption("threshold")
      await tab(page, "演化记录")
      assert.deepStrictEqual(await english(page), [], "no recording")
      for (const view of ["运行", "检验", "比较", "保存与分享"]) {
        await tab(page, view)
        assert.deepStrictEqual(await english(page), [], view)
      }
      await tab(page, "随机汤")
      await start(page)
      await page.getByRole("button", { name: "观看检验" }).waitFor()
      assert.deepStrictEqual(await english(page), [], "a finished run")
      const panel = page.locator("section", { has: page.getByRole("heading", { name: "换一种读法" }) })
      for (const inferrer of ["class-threshold", "likelihood"]) {
        await panel.getByRole("combobox", { name: "推断器" }).selectOption(inferrer)
        await panel.getByRole("button", { name: "重新读取规则" }).click()
        await page.getByRole("heading", { name: new RegExp(`· ${inferrer}$`) }).waitFor()
        assert.deepStrictEqual(await english(page), [], inferrer)
      }
      for (const view of ["检验", "比较", "保存与分享", "世界"]) {
        await tab(page, view)
        await page.locator(".studio-work canvas, .studio-work section").first().waitFor()
        assert.deepStrictEqual(await english(page), [], `${view} of a run`)
      }
    }))

  it("says in Chinese what is wrong with a rule, a value, a file, a link and a run", () =>
    on(async (page) => {
      const rule = page.getByLabel("规则", { exact: true })
      for (const [written, said] of [
        ["B39/S23", "9 不是邻居数（第 3 个字符）；邻居数为 0 至 8"],
        ["B2x/S", /“x”不是邻居数 2 的字母/],
        ["MAPx", /MAP 有 86 个/]
      ] as const) {
        await rule.fill(written)
        await page.getByText(said).first().waitFor()
        assert.deepStrictEqual(await english(page), [], written)
      }
      // A rule that data contradict: the network refuses before training.
      await rule.fill("B2-a/S12")
      await rule.fill("B2c3/S23")
      await page
        .locator("details.pipeline-part > summary", { has: page.getByText("骨干网络", { exact: true }) })
        .click()
      await page.getByRole("combobox", { name: "骨干网络" }).selectOption("p8")
      await start(page)
      await page.getByText(/p8 无法表示这条规则/).waitFor()
      assert.deepStrictEqual(await english(page), [], "a run that failed")
      await page.getByLabel(/^宽度/).first().fill("0")
      await page.getByText("必须不小于 1且不大于 16384。").first().waitFor()
      assert.deepStrictEqual(await english(page), [], "a value")
      await tab(page, "演化记录")
      const give = (name: string, text: string) =>
        page
          .locator("input[type=file]")
          .first()
          .setInputFiles({ name, mimeType: "", buffer: Buffer.from(text) })
      await give("cut.npz", "PK\u0003\u0004 and nothing more")
      await page
        .getByText(/zip 压缩包被截断/)
        .first()
        .waitFor()
      assert.deepStrictEqual(await english(page), [], "a file that is cut short")
      await give("uneven.txt", "010\n01\n")
      await page.getByText("uneven.txt：第 2 行有 2 个元胞，第 1 行有 3 个").first().waitFor()
      assert.deepStrictEqual(await english(page), [], "uneven rows")
      await give("one.txt", "010\n111\n")
      await page
        .getByText(/至少记录 2 帧/)
        .first()
        .waitFor()
      assert.deepStrictEqual(await english(page), [], "one frame")
      await give("spec.json", '{"generator":{"id":"soup"},"sed":1}')
      await page.getByText(/运行配置不合适/).waitFor()
      assert.deepStrictEqual(await english(page), [], "a spec with a wrong key")
    }))
})
