import { assert, describe, it } from "@effect/vitest"
import { fromLines } from "@rulescope/study"
import { Effect } from "effect"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { rulescope } from "./command.ts"
import { statusFor, whileServing } from "./serving.ts"

const folder = mkdtempSync(join(tmpdir(), "rulescope-open-"))
const file = join(folder, "two.json")
const soup = { rule: "B36/S23", width: 24, height: 24, generations: 6, soups: 2 }
writeFileSync(
  file,
  JSON.stringify({
    name: "two",
    base: { family: "life-like", generator: { id: "soup", config: soup } },
    axes: [{ path: "inferrer", values: ["threshold", "class-threshold"] }]
  })
)

describe("rulescope study open", () => {
  it("serves the page with the rows of the study as they are, and every run", async () => {
    const dir = join(folder, "two")
    assert.strictEqual((await rulescope(["study", "run", file, "--out", dir, "--workers", "1"])).code, 0)
    await whileServing(["study", "open", dir], async (url) => {
      assert.match(url, /\/\?study=study\/$/)
      assert.include(await (await fetch(url)).text(), "<title>Rulescope Atlas</title>")
      const rowsOf = async () => {
        const lines = await (await fetch(new URL("/study/rows.jsonl", url))).text()
        return (await Effect.runPromise(fromLines(lines))).rows
      }
      const stateOf = async () => (await fetch(new URL("/study/state.json", url))).json()
      const rows = await rowsOf()
      const state = await stateOf()
      assert.strictEqual(await stateOf(), state)
      assert.strictEqual(rows.length, 2)
      const detail = await (await fetch(new URL(`/study/runs/${rows[0]!.key}.json`, url))).json()
      assert.strictEqual(detail.estimate.rule, rows[0]!.rule)
      assert.strictEqual((await fetch(new URL("/study/study.sqlite", url))).status, 404)
      assert.strictEqual(await statusFor(String(new URL("/study/rows.jsonl", url)), "rulescope.example"), 421)
      // The study goes on beside it, and may be closed: nothing holds its database.
      const database = new DatabaseSync(join(dir, "study.sqlite"))
      database.exec("PRAGMA journal_mode = WAL; DELETE FROM runs WHERE run = 1; PRAGMA journal_mode = DELETE")
      database.close()
      assert.strictEqual((await rowsOf()).length, 1)
      assert.notStrictEqual(await stateOf(), state)
    })
  })

  it("refuses a folder that holds no study", async () => {
    const { code, stderr } = await rulescope(["study", "open", join(folder, "nowhere"), "--no-open"])
    assert.strictEqual(code, 2)
    assert.include(stderr, "there is no such folder")
  })
})
