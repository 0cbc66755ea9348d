import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { fromLines, type StudyRow } from "@rulescope/study"
import { Effect } from "effect"
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { seriousProblems } from "../harness/axe.ts"
import { haveBrowser, type VisitOptions } from "../harness/browser.ts"
import { latinWords } from "../harness/latinWords.ts"
import { served } from "../harness/served.ts"
import { exportOf, makeStudy, twoRules } from "./studies.ts"

describe.skipIf(!haveBrowser)("Atlas, the page", () => {
  const atlas = served("atlas")
  let rows: ReadonlyArray<StudyRow>
  const scratch = mkdtempSync(join(tmpdir(), "rulescope-atlas-"))
  const folder = join(scratch, "two-rules")
  const exported = join(scratch, "two-rules.jsonl")

  beforeAll(async () => {
    rows = await makeStudy(folder, twoRules)
    writeFileSync(exported, await exportOf(folder))
  })
  afterAll(async () => {
    rmSync(scratch, { recursive: true })
  })

  const choose = (page: Page, path: string, what: "Choose files" | "Choose a folder" = "Choose files") =>
    page.locator(`input[aria-label="${what}"]`).setInputFiles(path)

  /** A page with the study open, and what went wrong on it. */
  const opened = async (path = exported, hash = "", options: VisitOptions = {}) => {
    const seen = await atlas.open(options, `${atlas.url()}${hash}`)
    await seen.page.locator("input[type=file]").first().setInputFiles(path)
    await seen.page.getByRole("heading", { name: "two rules" }).waitFor()
    return seen
  }
  const grid = (page: Page) => page.getByRole("grid")
  const lines = (page: Page) => page.locator("tr.line-run")
  const counted = async (page: Page): Promise<number> => Number(await grid(page).getAttribute("aria-rowcount")) - 1
  /** A figure whose parts lead somewhere; without links it is an image. */
  const drawing = (page: Page, name: string | RegExp) => page.getByRole("group", { name })
  const failed = () => rows.filter(({ status }) => status === "failed").length

  it("invites to open a study, and says how one is made", async () => {
    const { page, wrong } = await atlas.open()
    await page.getByRole("heading", { name: "What a study is" }).waitFor()
    await page.getByText("rulescope study run examples/studies/thresholds.json").waitFor()
    assert.deepStrictEqual(wrong, [])
    await page.context().close()
  })

  it("opens an export: every run, what failed, and the way to what the export leaves out", async () => {
    assert.strictEqual(failed(), 5)
    const { page, wrong } = await opened()
    assert.strictEqual(await counted(page), 20)
    await page.getByText("20 runs, 5 failed").waitFor()
    await page.getByText("✗ BackboneError").first().waitFor()
    await lines(page).first().click()
    await page.getByText("The export keeps rows alone").waitFor()
    await page.getByText(rows[0]!.command).waitFor()
    assert.deepStrictEqual(wrong, [])
    await page.context().close()
  })

  it("opens the folder of a study: census, figure, rule, verdict of a run, without asking anybody", async () => {
    const { page, wrong } = await atlas.open()
    await choose(page, folder, "Choose a folder")
    await page.getByRole("heading", { name: "two rules" }).waitFor()
    assert.strictEqual(await counted(page), 20)
    const right = rows.find(({ metrics }) => metrics["ruleExact"] === 1)!
    await page.getByRole("link", { name: String(right.run), exact: true }).click()
    await page.getByRole("heading", { name: `Run ${right.run}` }).waitFor()
    await page.getByText("Confirmed on frames that nobody learned from").waitFor()
    await page.getByRole("img", { name: `Counters and thresholds of ${right.rule}` }).waitFor()
    await page.locator("summary").click()
    assert.isAtLeast(await page.getByRole("cell", { name: "live", exact: true }).count(), 3)
    await page.goBack()
    await grid(page).waitFor()
    assert.deepStrictEqual(wrong, [])
    await page.context().close()
  })

  it("opens the database of a study that was killed, with all that its log holds", async () => {
    const killed = join(scratch, "killed")
    await makeStudy(join(scratch, "whole"), { ...twoRules, seeds: 1 })
    const { DatabaseSync } = await import("node:sqlite")
    const database = new DatabaseSync(join(scratch, "whole", "study.sqlite"))
    database.exec("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; DELETE FROM runs WHERE run = 3")
    mkdirSync(killed)
    for (const file of ["study.sqlite", "study.sqlite-wal"]) {
      copyFileSync(join(scratch, "whole", file), join(killed, file))
    }
    database.close()
    const { page, wrong } = await atlas.open()
    await choose(page, killed, "Choose a folder")
    await page.getByText("3 of 4 runs").first().waitFor()
    assert.strictEqual(await counted(page), 3)
    assert.deepStrictEqual(wrong, [])
    await page.context().close()
  })

  it.each([
    ["notes.txt", "Bought milk.\n", "notes.txt is not a study"],
    ["rows.jsonl", '{"format":"rulescope-study","version":1,"study":{', "rows.jsonl cannot be read to its end."],
    ["study.sqlite", "SQLite format 3\0 and nothing more", "The database of study.sqlite cannot be read"]
  ])("says in one sentence why %s cannot be opened, and stays of use", async (name, content, sentence) => {
    const path = join(scratch, name)
    writeFileSync(path, content)
    const { page, wrong } = await atlas.open()
    await choose(page, path)
    const alert = page.getByRole("alert")
    await alert.getByText(sentence).waitFor()
    await choose(page, exported)
    await page.getByRole("heading", { name: "two rules" }).waitFor()
    assert.strictEqual(await alert.count(), 0)
    assert.deepStrictEqual(wrong, [])
    await page.context().close()
  })

  it("filters, sorts and groups, keeps it in the address, and gives the rows that are left as CSV", async () => {
    const { page } = await opened()
    await page.getByRole("checkbox", { name: /^p8/ }).check()
    assert.strictEqual(await counted(page), 10)
    await page.getByRole("combobox", { name: "Status" }).selectOption("failed")
    assert.strictEqual(await counted(page), 5)
    await page.getByRole("combobox", { name: "Status" }).selectOption("done")
    await page.getByRole("button", { name: "Classes right" }).click()
    const column = grid(page).getByRole("columnheader", { name: "Classes right" })
    assert.strictEqual(await column.getAttribute("aria-sort"), "descending")
    const wanted = rows.filter(({ point, status }) => point["backbone"] === "p8" && status === "done")
    const best = wanted.toSorted((a, b) => b.metrics["right"]! - a.metrics["right"]!)
    assert.deepStrictEqual(
      (await lines(page).locator("td:first-child").allInnerTexts()).map(Number),
      best.map(({ run }) => run)
    )
    await page.getByRole("combobox", { name: "Group by" }).selectOption("true rule")
    await page.getByText("5 runs", { exact: true }).first().waitFor()
    assert.strictEqual(await counted(page), 1)
    await page.locator("tr.line-group").click()
    assert.strictEqual(await counted(page), 6)
    const address = new URL(page.url())
    assert.strictEqual(address.hash, "#at.backbone=p8&status=done&sort=-metric+right&group=true+rule")
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV of 5 rows" }).click()
    ])
    assert.strictEqual(file.suggestedFilename(), "two-rules-rows.csv")
    const csv = readFileSync(await file.path(), "utf8")
      .trim()
      .split("\r\n")
    assert.strictEqual(csv.length, 6)
    await page.context().close()
    const again = await opened(exported, address.hash)
    assert.strictEqual(await counted(again.page), 1)
    await again.page.context().close()
  })

  it("draws a metric along the axes and over two of them; numbers lead to their runs, a figure can be kept", async () => {
    const { page, wrong } = await opened()
    await page.getByRole("tab", { name: "Along the axes" }).click()
    const shares = drawing(page, "Rule exactly right, along every axis")
    await shares.waitFor()
    await drawing(page, /difference to the baseline/).waitFor()
    await page.getByRole("combobox", { name: "Metric" }).selectOption("Classes right")
    await drawing(page, "Classes right, along every axis").waitFor()
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download SVG" }).first().click()
    ])
    assert.strictEqual(file.suggestedFilename(), "two-rules-right-axes.svg")
    assert.notInclude(readFileSync(await file.path(), "utf8"), "href")
    await page.getByRole("tab", { name: "Two axes" }).click()
    await page.locator("a.heat").last().click()
    assert.strictEqual(await counted(page), 5)
    assert.isTrue(await page.getByRole("checkbox", { name: /^B2c3/ }).isChecked())
    assert.deepStrictEqual(wrong, [])
    await page.context().close()
  })

  it("can be used with the keyboard alone", async () => {
    const { page } = await opened()
    const active = () =>
      page.evaluate<string>("document.activeElement.getAttribute('role') ?? document.activeElement.tagName")
    await page.getByRole("combobox", { name: "Group by" }).focus()
    for (let i = 0; i < 30 && (await active()) !== "grid"; i++) await page.keyboard.press("Tab")
    assert.strictEqual(await active(), "grid")
    await page.keyboard.press("End")
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { name: "Run 18" }).waitFor()
    await page.getByRole("button", { name: "Next" }).focus()
    await page.keyboard.press("Enter")
    await page.getByRole("heading", { name: "Run 19" }).waitFor()
    await page.context().close()
  })

  it("speaks Chinese, in figures as well", async () => {
    const { page, wrong } = await opened(exported, "#view=axes", { language: "zh-CN" })
    await drawing(page, "规则完全正确：按各因素").waitFor()
    await page.getByRole("tab", { name: "运行" }).click()
    await page.getByRole("columnheader", { name: "读出的规则" }).waitFor()
    assert.deepStrictEqual(wrong, [])
    await page.context().close()
    const { page: run } = await opened(join(folder, "study.sqlite"), "#run=0", { language: "zh-CN" })
    const figures = run.locator(".rs-figure")
    await figures.getByText("活邻居数").first().waitFor()
    assert.strictEqual(await figures.getByText("live neighbours").count(), 0)
    await run.context().close()
  })

  it("says nothing in English on a Chinese page but what the study itself says", async () => {
    const { page, wrong } = await atlas.open({ language: "zh-CN" })
    const allowed = [
      "Rulescope Atlas English CSV SVG MB MAP study run show rulescope open sqlite jsonl DIR",
      "two rules true rule backbone cnn soup generator recording inferrer threshold verifier replay BackboneError",
      "Which which can network learn chooser marginal-likelihood ratio beta"
    ].flatMap((words) => words.split(" "))
    assert.deepStrictEqual(await latinWords(page, allowed), [])
    await page.locator("input[type=file]").first().setInputFiles(join(folder, "study.sqlite"))
    await page.locator('td[title*="无法表示这条规则"]').first().waitFor({ state: "attached" })
    assert.deepStrictEqual(await latinWords(page, allowed), [])
    for (const name of ["按各因素", "两个因素"]) {
      await page.getByRole("tab", { name }).click()
      await page.locator(".rs-figure svg").first().waitFor()
      assert.deepStrictEqual(await latinWords(page, allowed), [])
    }
    await page.getByRole("tab", { name: "运行" }).click()
    for (const wanted of ["done", "failed"]) {
      const { run } = rows.find(({ status }) => status === wanted)!
      await page.getByRole("link", { name: String(run), exact: true }).click()
      await page.getByRole("heading", { name: `运行 ${run}` }).waitFor()
      if (wanted === "done") await page.locator(".rs-figure svg").first().waitFor()
      else await page.getByText(/p8 无法表示这条规则/).waitFor()
      assert.deepStrictEqual(await latinWords(page, allowed), [], wanted)
      await page.goBack()
    }
    assert.deepStrictEqual(wrong, [])
    await page.context().close()
  })

  it.each([
    ["start, light", "", false, {}],
    ["table, dark", "#", true, { colorScheme: "dark" }],
    ["axes, light", "#view=axes", true, {}],
    ["map, dark, on a phone", "#view=map", true, { colorScheme: "dark", viewport: { width: 390, height: 800 } }],
    ["run, light, on a phone", "#run=0", true, { viewport: { width: 390, height: 800 } }]
  ] as const)("axe finds no serious problem: %s; nothing sticks out", async (_, hash, open, options) => {
    const { page } = open ? await opened(join(folder, "study.sqlite"), hash, options) : await atlas.open(options)
    if (hash.includes("run")) await page.getByRole("img").first().waitFor()
    assert.deepStrictEqual(await seriousProblems(page), [])
    const beside = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth")
    assert.isAtMost(beside, 0)
    await page.context().close()
  })

  it("asks nobody but its own server, and goes on when that has gone", async () => {
    const { page } = await atlas.open()
    const asked: Array<string> = []
    const refused: Array<string> = []
    page.context().on("request", (request) => asked.push(request.url()))

    page.context().on("requestfailed", (request) => {
      // Chromium asks for the icon anew with every address.
      if (!/icon-.*svg$/.test(request.url())) refused.push(request.url())
    })
    await page.reload({ waitUntil: "networkidle" })
    await choose(page, folder, "Choose a folder")
    await grid(page).waitFor()
    assert.isTrue(asked.some((url) => url.endsWith(".wasm")))
    assert.deepStrictEqual([...new Set(asked.map((url) => new URL(url).origin))], [new URL(atlas.url()).origin])
    await page.context().setOffline(true)
    await page.getByRole("button", { name: "Open another" }).click()
    await choose(page, exported)
    for (const name of ["Along the axes", "Two axes"]) {
      await page.getByRole("tab", { name }).click()
      await page.locator(".rs-figure svg").first().waitFor()
    }
    await page.getByRole("tab", { name: "Runs" }).click()
    await page.getByRole("button", { name: "Open another" }).click()
    await choose(page, folder, "Choose a folder")
    await page.getByRole("grid").waitFor()
    assert.deepStrictEqual(refused, [])
    await page.context().close()
  })

  it("leaves columns out, and keeps that in the address", async () => {
    const { page } = await opened()
    const heads = () => page.getByRole("columnheader").allInnerTexts()
    const all = await heads()
    await page.locator("summary", { hasText: "Columns" }).click()
    await page.getByRole("checkbox", { name: "seed" }).uncheck()
    await page.getByRole("checkbox", { name: "Classes right" }).uncheck()
    assert.strictEqual((await heads()).length, all.length - 2)
    assert.strictEqual(new URL(page.url()).hash, "#without=seed&without=metric+right")
    await page.getByText(`Columns (${all.length - 3} of ${all.length - 1})`).waitFor()
    await page.keyboard.press("Escape")
    await page.getByRole("checkbox", { name: "seed" }).waitFor({ state: "hidden" })
    await page.context().close()
  })

  it("follows a study at work that is served, until all runs have ended or nobody serves it any more", async () => {
    const [first, ...others] = (await exportOf(folder)).trim().split("\n")
    const { page } = await atlas.open()
    let ended = 12
    await page.route("**/study/state.json", (route) =>
      ended < 0 ? route.abort() : route.fulfill({ json: `${ended} runs` })
    )
    await page.route("**/study/rows.jsonl", (route) =>
      route.fulfill({ body: [first, ...others.slice(0, ended)].join("\n") })
    )
    await page.goto(`${atlas.url()}?study=study/`)
    await page.getByText("12 of 20 runs").first().waitFor()
    assert.strictEqual(await counted(page), 12)
    const follow = page.getByRole("checkbox", { name: "Show runs as they end" })
    assert.isTrue(await follow.isChecked())
    // Nothing is pressed: the runs come by themselves, and who reads on keeps the place.
    await grid(page).focus()
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown")
    const place = await grid(page).getAttribute("aria-activedescendant")
    ended = 15
    await page.getByText("15 of 20 runs").first().waitFor()
    assert.strictEqual(await grid(page).getAttribute("aria-activedescendant"), place)
    await follow.uncheck()
    await page.getByRole("button", { name: "Refresh" }).waitFor()
    await follow.check()
    ended = -1
    await page.getByText("rulescope study open has ended").waitFor()
    ended = 20
    await page.getByRole("button", { name: "Refresh" }).click()
    await page.getByText("20 runs, 5 failed").waitFor()
    assert.strictEqual(await follow.count(), 0)
    await page.context().close()
  })

  it("opens what its address names, from its own folder alone", async () => {
    const lines = await exportOf(folder)
    const { page } = await atlas.open()
    await page.route("**/shared.jsonl", (route) => route.fulfill({ body: lines }))
    await page.goto(`${atlas.url()}?study=shared.jsonl#run=2`)
    await page.getByRole("heading", { name: "Run 2" }).waitFor()
    await page.goto(`${atlas.url()}?study=https://elsewhere.example/theirs.jsonl`)
    await page.getByRole("alert").getByText("cannot be fetched").waitFor()
    await page.context().close()
    assert.strictEqual((await Effect.runPromise(fromLines(lines))).rows.length, 20)
  })
})
