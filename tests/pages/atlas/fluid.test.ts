import { afterAll, assert, describe, it } from "@effect/vitest"
import { decodeStudySpec, layoutOf, type StudyRow, toLines } from "@rulescope/study"
import { Effect } from "effect"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { haveBrowser } from "../harness/browser.ts"
import { served } from "../harness/served.ts"
import { timeInteractions, timeScrolling } from "./interactions.ts"

const study = Effect.runSync(
  decodeStudySpec({
    name: "ten thousand",
    base: { family: "life-like", generator: { id: "soup", config: { rule: "B36/S23" } } },
    axes: [
      { path: "inferrer.config.ratio", logRange: { from: 0.01, to: 10, steps: 20 } },
      { path: "inferrer.config.beta", logRange: { from: 0.5, to: 128, steps: 25 } }
    ],
    seeds: 20,
    metrics: ["right", "ruleExact"],
    baseline: { ratio: 0.01, beta: 0.5 }
  })
)

/** Rows as many and as large as those of a study; what they came to is made up. */
const madeUp = (): ReadonlyArray<StudyRow> => {
  const { points, seeds } = Effect.runSync(layoutOf(study))
  return points.flatMap((point, cell) =>
    seeds.map((seed, s): StudyRow => {
      const right = 18 - ((cell * 7 + seed * 3) % 5)
      return {
        run: cell * seeds.length + s,
        key: `${cell}-${seed}`.padStart(64, "0"),
        group: String(cell).padStart(64, "0"),
        point,
        seed,
        status: "done",
        error: null,
        rule: right === 18 ? "B36/S23" : null,
        truth: "B36/S23",
        metrics: { right, ruleExact: right === 18 ? 1 : 0, secondsTotal: null },
        versions: { "generator soup": "1", "inferrer threshold": "1" },
        command: `rulescope run --seed ${seed} --set '${JSON.stringify(study.base.generator)}'`,
        finished: "2026-01-01T00:00:00.000Z"
      }
    })
  )
}

describe.skipIf(!haveBrowser)("Atlas, 10,000 runs", () => {
  const atlas = served("atlas")
  const scratch = mkdtempSync(join(tmpdir(), "rulescope-atlas-"))
  afterAll(async () => {
    rmSync(scratch, { recursive: true })
  })

  it("draws the rows in sight alone, and answers at once", async () => {
    const file = join(scratch, "rows.jsonl")
    writeFileSync(file, toLines({ study, rows: madeUp() }))
    const { page, wrong } = await atlas.open()
    await page.locator("input[type=file]").first().setInputFiles(file)
    await page.getByRole("grid").waitFor()
    assert.strictEqual(await page.getByRole("grid").getAttribute("aria-rowcount"), "10001")
    await page.getByRole("grid").focus()
    await page.keyboard.press("End")
    await page.getByRole("link", { name: "9999", exact: true }).waitFor()
    assert.isAtMost(await page.locator("tr").count(), 60)
    // `bench/atlas.ts` tells the times; here stands what no machine at work with others needs to exceed.
    for (const [name, ms] of await timeInteractions(page)) assert.isAtMost(ms, 1000, name)
    assert.isAtMost(await timeScrolling(page), 500)
    assert.deepStrictEqual(wrong, [])
    await page.context().close()
  })
})
