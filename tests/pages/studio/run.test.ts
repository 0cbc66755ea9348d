import { assert, describe, it } from "@effect/vitest"
import { join } from "node:path"
import { haveBrowser } from "../harness/browser.ts"
import {
  fact,
  findRule,
  give,
  haveRecordings,
  makeSmall,
  openPart,
  recordings,
  rule,
  tab
} from "../harness/laboratory.ts"
import { served } from "../harness/served.ts"

describe.skipIf(!haveBrowser)("Studio, a run", () => {
  const { on } = served("studio")

  for (const backbone of ["cnn", "p4", "p8"]) {
    it(`finds the rule of soups with ${backbone}, and shows the test`, () =>
      on(async (page) => {
        await makeSmall(page)
        await page.getByLabel("Rule", { exact: true }).fill("B2/S34")
        await openPart(page, "Backbone")
        await page.getByRole("combobox", { name: "Backbone" }).selectOption(backbone)
        await findRule(page)
        assert.strictEqual(await rule(page), "B2/S34")
        assert.strictEqual(await fact(page, "Tensors in memory"), "0")
        assert.strictEqual(await fact(page, "Computed by"), "wasm")
        assert.strictEqual(await page.getByRole("cell", { name: "live", exact: true }).count(), 3)
        await page.getByRole("button", { name: "Watch the test" }).click()
        await page.getByRole("slider", { name: "Frame" }).fill("12")
        assert.include(await page.getByTestId("difference").textContent(), "all 2,304 cells agree")
      }))
  }

  it("tells which backends work here, and computes on the one that is chosen", () =>
    on(async (page) => {
      await makeSmall(page)
      await openPart(page, "Computed by")
      await page.getByRole("button", { name: "Which work here?" }).click()
      await page.locator("option", { hasText: /^webgl: works/ }).waitFor({ state: "attached" })
      const choice = page.getByRole("combobox", { name: "Computed by" })
      await choice.selectOption("webgl")
      await findRule(page)
      assert.strictEqual(await rule(page), "B36/S23")
      assert.strictEqual(await fact(page, "Computed by"), "webgl")
      assert.strictEqual(await fact(page, "Tensors in memory"), "0")
      // Chromium without a card has WebGPU where Vulkan's loader is installed, a third of a second for a step.
      if ((await page.locator("option", { hasText: /^webgpu: works/ }).count()) === 0) return
      await openPart(page, "Backbone")
      await page.getByLabel(/^Max steps/).fill("8")
      await page.getByLabel("Attempts", { exact: true }).fill("1")
      await choice.selectOption("webgpu")
      await findRule(page)
      await page.getByRole("heading", { name: "Run #2" }).waitFor()
      await page.getByRole("button", { name: "Watch the test" }).waitFor()
      assert.strictEqual(await fact(page, "Computed by"), "webgpu")
      assert.strictEqual(await fact(page, "Tensors in memory"), "0")
    }))

  it("shows the counters filling and the rule forming while the network learns", () =>
    on(async (page) => {
      // A network that learns for some seconds: what is shown meanwhile cannot be missed.
      await openPart(page, "Backbone")
      await page.getByLabel("Width", { exact: true }).nth(1).fill("256")
      await page.getByLabel("Depth", { exact: true }).fill("2")
      await findRule(page)
      await page.getByText("What the network predicts so far").waitFor()
      const first = await page.getByTestId("rule").textContent()
      assert.match(first!, /B.*S/)
      await page.locator(".rs-figure svg").first().waitFor()
      assert.strictEqual(await rule(page), "B36/S23")
      // Large enough to be measured on every backend, had graphics here a card.
      assert.strictEqual(await fact(page, "Computed by"), "wasm")
    }))

  it("cancels in the middle of training, gives all memory back, and runs again", () =>
    on(async (page) => {
      await openPart(page, "Backbone")
      await page.getByLabel("Width", { exact: true }).nth(1).fill("384")
      await page.getByLabel("Depth", { exact: true }).fill("3")
      await findRule(page)
      await page.getByText(/^Learning, step/).waitFor()
      await page.getByRole("button", { name: "Cancel" }).first().click()
      await page.getByText("All memory of the network is free again.").waitFor()
      await page.getByLabel("Width", { exact: true }).nth(1).fill("16")
      await page.getByLabel("Depth", { exact: true }).fill("1")
      await findRule(page)
      assert.strictEqual(await rule(page), "B36/S23")
    }))

  it("reads a finished run again with another inferrer and another threshold, without training", () =>
    on(async (page) => {
      await makeSmall(page)
      await findRule(page)
      assert.strictEqual(await rule(page), "B36/S23")
      const panel = page.locator("section", { has: page.getByRole("heading", { name: "Read it differently" }) })
      await panel.getByLabel("Ratio", { exact: true }).fill("1e9")
      await panel.getByLabel("Beta", { exact: true }).fill("0")
      await panel.getByRole("combobox", { name: "Inferrer" }).selectOption("likelihood")
      await panel.getByRole("button", { name: "Read the rule again" }).click()
      await page.getByRole("heading", { name: "Run #1 · likelihood" }).waitFor()
      assert.strictEqual(await rule(page), "B36/S23")
      assert.include(await page.locator(".stages").textContent(), "Learn kept from before")
      await panel.getByLabel("Claim", { exact: true }).fill("2")
      await panel.getByText("It has to be at least 0.5 and less than 1.").waitFor()
      assert.isTrue(await panel.getByRole("button", { name: "Read the rule again" }).isDisabled())
      await panel.getByLabel("Claim", { exact: true }).fill("0.9")
      await panel.getByLabel("Claim", { exact: true }).press("Enter")
      await page.getByRole("heading", { name: "Run #1 · likelihood 2" }).waitFor()
      const runs = await page.getByRole("combobox", { name: "Shown run" }).locator("option").allTextContents()
      assert.deepStrictEqual(runs, ["Run #1", "Run #1 · likelihood", "Run #1 · likelihood 2"])
      await tab(page, "Compare")
      await page.getByRole("region", { name: "Two runs" }).first().waitFor()
      assert.include(await page.locator(".compare-table").textContent(), "likelihood")
      await page.getByText("Both give every class the same label.").waitFor()
    }))

  it.skipIf(!haveRecordings)("finds the rule of a dropped recording", () =>
    on(async (page) => {
      await give(page, [join(recordings, "p00-ll.npz")])
      await page.getByText("rule unknown").waitFor()
      await findRule(page)
      assert.match(await rule(page), /^B\d*\/S\d*$/)
      await page.getByText("Confirmed on frames that nobody learned from.").waitFor()
    })
  )

  it.skipIf(!haveRecordings)(
    "offers the reading that knows noise where frames refute the rule and the network fails",
    () =>
      on(async (page) => {
        await give(page, [join(recordings, "p00-ll-noise05.npz")])
        await findRule(page)
        await rule(page)
        await page.getByText(/^The network, too, predicts only 9\d\.\d % of the cells/).waitFor()
        await page.getByRole("button", { name: "Read it with likelihood" }).click()
        await page.getByText("Confirmed on frames that nobody learned from.").waitFor()
        assert.match(await rule(page), /^B3\/S23/)
        assert.strictEqual(await page.getByText(/^The network, too/).count(), 0)
      })
  )

  it("says what is wrong with a broken file, with a rule and with a field", () =>
    on(async (page) => {
      await give(page, [{ name: "broken.npz", buffer: Buffer.from("PK\u0003\u0004 and nothing more") }])
      await page
        .getByRole("alert")
        .getByText(/broken\.npz/)
        .waitFor()
      await page.locator("#studio-reason", { hasText: "broken.npz" }).waitFor()
      assert.isTrue(await page.getByRole("button", { name: /^Find the rule/ }).isDisabled())
      await tab(page, "Random soups")
      await page.getByLabel("Rule", { exact: true }).fill("B39/S23")
      await page
        .getByText(/9 is not a neighbour count/)
        .first()
        .waitFor()
      const find = page.getByRole("button", { name: /^Find the rule/ })
      assert.isTrue(await find.isDisabled())
      await page.locator("#studio-reason", { hasText: "9 is not a neighbour count" }).waitFor()
      await page.getByLabel("Rule", { exact: true }).fill("B3/S23")
      await page.getByLabel("Width", { exact: true }).first().fill("0")
      await page.getByText("It has to be at least 1 and at most 16384.").waitFor()
      assert.isTrue(await page.getByRole("button", { name: /^Find the rule/ }).isDisabled())
      await page.getByText("soup.width", { exact: true }).waitFor()
    }))

  it("learns from a world that was drawn, and evolves it before", () =>
    on(async (page) => {
      await makeSmall(page)
      await page.getByRole("button", { name: "Paint live" }).click()
      const world = page.getByRole("application")
      await world.focus()
      for (const key of ["ArrowLeft", " ", "ArrowUp", " ", "ArrowRight", " "]) await page.keyboard.press(key)
      await page.getByText("You changed this world.").waitFor()
      await page.getByRole("button", { name: "Step" }).click()
      await page.getByText(/^generation 1/).waitFor()
      await page.getByRole("button", { name: /^Learn from this world/ }).click()
      await page.getByText("drawn.rle").first().waitFor()
      await findRule(page)
      await page.getByRole("heading", { name: "Classes" }).waitFor()
      assert.include(await rule(page), "/S")
    }))
})
