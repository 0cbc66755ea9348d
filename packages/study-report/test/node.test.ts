import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { studyReport } from "../src/index.ts"
import { writeReport } from "../src/node/index.ts"
import { written } from "./pages.ts"
import { rowsOf, studyOf } from "./rows.ts"

/** Files below a folder. */
const filesIn = (folder: string): ReadonlySet<string> =>
  new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : []
    )
  )

it("a report takes the place of an earlier one with more figures and pages, and of nothing else", async () => {
  const study = studyOf({
    axes: [{ path: "generator.config.noise", values: [0, 0.1] }],
    seeds: 5,
    metrics: ["wrong"]
  })
  const folder = mkdtempSync(join(tmpdir(), "rulescope-report-"))
  try {
    await Effect.runPromise(writeReport(folder, Effect.runSync(studyReport(study, rowsOf(study)))))
    assert.include(filesIn(folder), "figures/wrong-axes.zh-CN.svg")
    writeFileSync(join(folder, "notes.md"), "mine")
    writeFileSync(join(folder, "figures", "mine.txt"), "mine")
    writeFileSync(join(folder, "figures", "mine.svg"), "mine")
    const files = Effect.runSync(studyReport(study, rowsOf(study), { languages: ["en"] }))
    await Effect.runPromise(writeReport(folder, files))
    assert.deepStrictEqual(
      filesIn(folder),
      new Set([...written(files), "notes.md", "figures/mine.txt", "figures/mine.svg"])
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it("writes every file, and a PNG for every English figure", async () => {
  const study = studyOf({ axes: [{ path: "generator.config.noise", values: [0, 0.1] }], seeds: 5, metrics: ["wrong"] })
  const files = Effect.runSync(studyReport(study, rowsOf(study)))
  const folder = mkdtempSync(join(tmpdir(), "rulescope-report-"))
  try {
    await Effect.runPromise(writeReport(folder, files))
    assert.deepStrictEqual(filesIn(folder), written(files))
    assert.strictEqual(readFileSync(join(folder, "figures/wrong-axes.png")).toString("latin1", 1, 4), "PNG")
  } finally {
    rmSync(folder, { recursive: true })
  }
})
