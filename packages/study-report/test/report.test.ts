import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { type ReportFile, type ReportOptions, studyReport } from "../src/index.ts"
import { broken, doubled, idsIn, malformed, parse, written } from "./pages.ts"
import { rowsOf, studyOf, subsets, threeAxes } from "./rows.ts"

type Study = Parameters<typeof studyReport>[0]
type Rows = Parameters<typeof studyReport>[1]

const report = (study: Study, rows: Rows, options: ReportOptions = {}): ReadonlyArray<ReportFile> =>
  Effect.runSync(studyReport(study, rows, { replicates: 200, ...options }))

const fileOf = (files: ReadonlyArray<ReportFile>, path: string): string =>
  files.find((file) => file.path === path)?.text ?? assert.fail(`${path} is missing`)

const rows = rowsOf(threeAxes, 4)
const files = report(threeAxes, rows)
const pages = files.filter(({ path }) => path.endsWith(".html"))

const oneAxis = studyOf({ axes: [{ path: "generator.config.noise", values: [0, 0.1] }], seeds: 3 })
const noAxes = studyOf({ axes: [], seeds: 6 })
const many = studyOf({
  axes: [
    { path: "inferrer.config.ratio", range: { from: 0, to: 1, steps: 46 } },
    { path: "inferrer.config.beta", range: { from: 1, to: 50, steps: 46 } }
  ]
})
const hostile = studyOf({
  name: `<script>alert("1")</script> & 'more'`,
  question: "Is a | b [x](y) <i>safe</i>?",
  axes: [{ label: `<b>"noise" | α</b>`, path: "generator.config.noise", values: [{ label: "<none>", value: 0 }, 0.1] }],
  baseline: { [`<b>"noise" | α</b>`]: "<none>" },
  seeds: 5
})

describe("studyReport", () => {
  it("gives the same bytes for the same study, whatever the order of the rows", () => {
    const again = report(threeAxes, [...rows].reverse())
    assert.deepStrictEqual(written(again), written(files))
    for (const [i, { path, text }] of again.entries()) assert.isTrue(text === files[i]!.text, path)
  })

  it.each([
    ["three axes, some runs missing", threeAxes, rows],
    ["one axis, few seeds", oneAxis, rowsOf(oneAxis)],
    ["no axis", noAxes, rowsOf(noAxes)],
    ["no run", threeAxes, []],
    ["no full grid", subsets, rowsOf(subsets)],
    ["very many cells", many, rowsOf(many)],
    ["words that are markup", hostile, rowsOf(hostile)]
  ])("%s: pages are well formed and every link resolves", (_, study, rows) => {
    const files = report(study, rows)
    assert.deepStrictEqual(broken(files), [])
    for (const { path, text } of files) {
      assert.isUndefined(path.endsWith(".md") ? undefined : malformed(text), path)
      if (path.endsWith(".md")) assert.notMatch(text, /[<>]/, path)
      assert.notMatch(text, /undefined|NaN|\[object/)
    }
    for (const page of files.filter(({ path }) => path.endsWith(".html"))) assert.deepStrictEqual(doubled(page), [])
  })

  it("needs no script, no network and no other file to be read", () => {
    for (const { text } of pages) {
      const page = parse(text)
      const ids = Array.from(page.querySelectorAll("[id]"), (element) => element.getAttribute("id")!)
      assert.deepStrictEqual(ids, [...idsIn(text)])
      assert.isEmpty([...page.querySelectorAll("script,link,img,iframe,object,style[src]")])
      assert.notMatch(text, /https?:\/\/(?!www\.w3\.org\/2000\/svg)|@import|url\((?!#)/)
      assert.isAbove([...page.querySelectorAll("figure svg")].length, 8)
    }
  })

  it("leads from every number to its runs, and to the command that makes each of them again", () => {
    const page = parse(fileOf(files, "report.html"))
    const numbers = [...page.querySelectorAll("table.numbers td")].filter((cell) => /\d/.test(cell.textContent))
    assert.isAbove(numbers.length, 40)
    for (const cell of numbers) assert.isNotNull(cell.querySelector("a"), cell.textContent)
    for (const row of page.querySelectorAll("figure .level, figure .heat"))
      assert.strictEqual(row.tagName.toLowerCase(), "a")
    for (const { command, run } of rows) {
      const line = page.querySelector(`#r${run}`)!
      let cell = line.parentNode
      while (cell !== null && cell.tagName !== "DETAILS") cell = cell.parentNode
      const shown = cell!.querySelector("pre")!.textContent
      assert.strictEqual(shown.replace(/--seed \d+/, ""), command.replace(/--seed \d+/, ""))
    }
  })

  it("hides no run: planned, done, failed, missing", () => {
    const failed = rows.filter(({ status }) => status === "failed").length
    assert.isAbove(failed, 0)
    const counts = [...parse(fileOf(files, "report.html")).querySelectorAll(".counts b")].map((b) => b.textContent)
    assert.deepStrictEqual(counts, ["72", String(68 - failed), String(failed), "4", "12", "6"])
    const lines = [...parse(fileOf(files, "report.html")).querySelectorAll("#runs tr[id]")]
    assert.strictEqual(lines.length, 68)
    assert.strictEqual(lines.filter(({ textContent }) => textContent.includes("out of memory")).length, failed)
  })

  it("says what a study is too small for", () => {
    const page = fileOf(report(oneAxis, rowsOf(oneAxis)), "report.html")
    assert.include(page, "Only 3 seeds: intervals need 5.")
    assert.include(page, "too few seeds: 3")
    assert.include(fileOf(files, "report.html"), "4 planned runs have not been made")
    assert.include(fileOf(report(threeAxes, []), "report.html"), "No run tells it.")
    const partly = fileOf(report(subsets, rowsOf(subsets)), "report.html")
    assert.include(partly, "along inferrer, those 10 of 20 runs count")
    assert.include(partly, "along noise, those 15 of 20 runs count")
  })

  it("is as complete in Chinese as in English", () => {
    const shape = (path: string) =>
      Array.from(
        parse(fileOf(files, path)).querySelectorAll("section,h2,td,th,figure,details,li"),
        ({ tagName }) => tagName
      )
    assert.deepStrictEqual(shape("report.zh-CN.html"), shape("report.html"))
    assert.strictEqual(parse(fileOf(files, "report.zh-CN.html")).querySelector("html")!.getAttribute("lang"), "zh-CN")
    const pairs = [...written(files)].filter((path) => path.endsWith(".zh-CN.svg"))
    assert.isAbove(pairs.length, 8)
    for (const path of pairs) assert.isTrue(written(files).has(path.replace(".zh-CN", "")), path)
    // Headings and labels that were left in English would have no ideograph.
    const headings = [
      ...parse(fileOf(files, "report.zh-CN.html")).querySelectorAll("h2,thead th,figcaption,summary,#limits li")
    ]
    for (const { textContent } of headings) {
      const named = textContent === "" || textContent.endsWith(".json")
      assert.isTrue(named || /[\u4e00-\u9fff]/.test(textContent), textContent)
    }
  })

  it("writes one language when asked for one", () => {
    const paths = report(oneAxis, rowsOf(oneAxis), { languages: ["en"] }).map(({ path }) => path)
    assert.isFalse(paths.some((path) => path.includes("zh-CN")))
  })

  it("keeps the page of very many runs small, and their rows on pages of their own", () => {
    const files = report(many, rowsOf(many))
    assert.isBelow(fileOf(files, "report.html").length, 1_500_000)
    const lines = files
      .filter(({ path }) => /^runs\/\d+\.html$/.test(path))
      .map(({ text }) => text.match(/<tr id="r/g)!.length)
    assert.deepStrictEqual(lines, [2000, 116])
  })
})
